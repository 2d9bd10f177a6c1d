using Communities.Actors;
using Microsoft.Extensions.Hosting;

namespace Communities.Web;

/// <summary>How trying a rule on the past goes, or went.</summary>
/// <param name="Rule">The rule that is tried, which may not be saved.</param>
/// <param name="Status"><c>running</c>, <c>finished</c>, <c>stopped</c> or <c>failed</c>.</param>
/// <param name="Days">How many days it looks back.</param>
/// <param name="Since">When it began.</param>
/// <param name="Progress">How much of the past is read, in percent.</param>
/// <param name="Result">What came of it; null before it has finished.</param>
public sealed record TrialView(
    AutomodRule Rule, string Status, int Days, DateTimeOffset Since, int Progress = 0, TrialResult? Result = null)
{
    /// <summary>What it is while it reads.</summary>
    public const string Running = "running";

    /// <summary>What it is when it has read everything.</summary>
    public const string Finished = "finished";
}

/// <summary>
/// Tries rules on the past, in the background, a few at a time. Each rule has one trial: another takes its place.
/// </summary>
internal sealed class Trials(Past past, Feeds feeds, Screener screener, TimeProvider time) : IHostedService
{
    /// <summary>How many are read for at a time: each keeps a processor busy.</summary>
    public const int AtATime = 2;

    /// <summary>How many are remembered, those that go on among them.</summary>
    public const int Most = 50;

    private readonly Lock _lock = new();
    private readonly List<Trial> _trials = []; // The oldest first.

    /// <summary>Begins to try a rule, and ends a trial of it that goes on.</summary>
    public Refusal? Begin(string community, AutomodRule rule, string language, int days)
    {
        if (days is < 1 or > AutomodTrial.DaysMax)
            return new("trial.range", $"A rule is tried on 1 to {AutomodTrial.DaysMax} days.");
        lock (_lock)
        {
            End(community, rule.Id);
            if (_trials.Count(trial => trial.IsRunning) >= AtATime)
                return new("trial.busy", "Other rules are being tried; please try again a little later.");
            if (_trials.Count >= Most) _trials.Remove(_trials.Find(trial => !trial.IsRunning)!);
            var begun = new Trial(community, new TrialView(rule, TrialView.Running, days, time.GetUtcNow()));
            _trials.Add(begun);
            begun.Task = Task.Run(() => Run(begun, language));
            return null;
        }
    }

    /// <summary>The trial of this rule, or null.</summary>
    public TrialView? Of(string community, string rule)
    {
        lock (_lock) return Find(community, rule)?.View;
    }

    /// <summary>Ends the trial of this rule, if it goes on.</summary>
    public void Stop(string community, string rule)
    {
        lock (_lock) Find(community, rule)?.Stop.Cancel();
    }

    /// <summary>Ends with the trial of this rule; never fails.</summary>
    internal Task Ended(string community, string rule)
    {
        lock (_lock) return Find(community, rule)?.Task ?? Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Task[] running;
        lock (_lock)
        {
            foreach (var trial in _trials) trial.Stop.Cancel();
            running = [.. _trials.Select(trial => trial.Task)];
        }

        await Task.WhenAll(running);
    }

    private async Task Run(Trial trial, string language)
    {
        var ct = trial.Stop.Token;
        try
        {
            var view = trial.View;
            var trying = new AutomodTrial(
                view.Rule, language, screener.Filter, view.Since - TimeSpan.FromDays(view.Days));
            var head = Math.Max(1, feeds.Of(trial.Community).Head);
            await foreach (var envelope in past.Read(trial.Community, ct).WithCancellation(ct))
            {
                ct.ThrowIfCancellationRequested();
                trying.Take(envelope);
                trial.Read((int)Math.Min(99, envelope.Position * 100 / head));
            }

            trial.Finish(TrialView.Finished, trying.Result());
        }
        catch (OperationCanceledException)
        {
            trial.Finish("stopped", null);
        }
        catch (Exception) // Whatever the past could not be read for, who tries a rule learns that it was not.
        {
            trial.Finish("failed", null);
        }
    }

    private Trial? Find(string community, string rule) =>
        _trials.Find(trial => trial.Community == community && trial.View.Rule.Id == rule);

    private void End(string community, string rule)
    {
        if (Find(community, rule) is not { } before) return;
        before.Stop.Cancel();
        _trials.Remove(before);
    }

    private sealed class Trial(string community, TrialView begun)
    {
        private volatile TrialView _view = begun;

        public string Community { get; } = community;

        public TrialView View => _view;

        public bool IsRunning => _view.Status == TrialView.Running;

        public CancellationTokenSource Stop { get; } = new();

        public Task Task { get; set; } = Task.CompletedTask;

        public void Read(int progress)
        {
            if (progress != _view.Progress) _view = _view with { Progress = progress };
        }

        public void Finish(string status, TrialResult? result) =>
            _view = _view with { Status = status, Progress = 100, Result = result };
    }
}
