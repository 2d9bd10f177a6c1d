using System.Diagnostics;

namespace Communities.Actors.Hosting;

/// <summary>The traces of a command and of what it waits for. Nothing is made while nobody listens.</summary>
internal static class Spans
{
    /// <summary>Links of one append to the commands that wait for it: beyond it they say nothing new.</summary>
    private const int LinksMax = 16;

    /// <summary>A command at its actor, until it is answered; null where nobody traces.</summary>
    public static Activity? Command(HostedKind kind, string key, object command)
    {
        if (!Telemetry.Source.HasListeners())
        {
            return null;
        }

        var caller = Activity.Current;
        var span = Telemetry.Source.StartActivity("communities.command");
        Activity.Current = caller;
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag(Telemetry.Kind, kind.Name).SetTag("command", kind.Commands.NameOf(command));
            var prefix = ActorId.PrefixOf(key);
            if (prefix != "~")
            {
                span.SetTag("community", prefix); // Who somebody is stays out of traces.
            }
        }

        return span;
    }

    /// <summary>An append, for the first of these commands that is traced; linked to the others.</summary>
    public static Activity? Append(Letter? first, int events)
    {
        if (!Telemetry.Source.HasListeners())
        {
            return null;
        }

        ActivityContext? parent = null;
        List<ActivityLink> links = [];
        for (var letter = first; letter is not null && links.Count < LinksMax; letter = letter.Next)
        {
            if (letter is not AskLetter { Span: { } span })
            {
                continue;
            }

            if (parent is null)
            {
                parent = span.Context;
            }
            else
            {
                links.Add(new ActivityLink(span.Context));
            }
        }

        if (parent is not { } context)
        {
            return null;
        }

        var before = Activity.Current;
        var append = Telemetry.Source.StartActivity(
            "communities.append", ActivityKind.Internal, context, links: links);
        Activity.Current = before;
        return append?.SetTag("events", events);
    }

    /// <summary>Ends it with what came of it.</summary>
    public static void End(this Activity span, KeyValuePair<string, object?> outcome, string? refusal)
    {
        span.SetTag(outcome.Key, outcome.Value);
        if (refusal is not null)
        {
            span.SetTag("refusal", refusal);
        }

        if (outcome.Value is "failed" or "unavailable")
        {
            span.SetStatus(ActivityStatusCode.Error);
        }

        span.Stop();
    }
}
