using Communities.Actors;

namespace Communities.Tests;

/// <summary>
/// What is on disk stays readable: the JSON of each event, and of each command that an alarm keeps, lies in a file
/// beside these tests. An event is never renamed and its fields never change; what is new gets a file of its own.
/// </summary>
/// <remarks>Run once with ACCEPT_NEW=1 to write the files of new events; existing ones stay.</remarks>
public sealed class OnDiskTests
{
    private const string EventsFolder = "tests/Communities.Tests/Events";
    private const string AlarmsFolder = "tests/Communities.Tests/Alarms";

    private static readonly Type[] Families =
    [
        typeof(AccountEvent), typeof(CommunityEvent), typeof(MemberEvent), typeof(ThreadEvent),
        typeof(UploadEvent), typeof(AllowanceEvent), typeof(BlocksEvent), typeof(ConversationEvent),
        typeof(PollEvent), typeof(PolicyEvent), typeof(GatheringEvent),
        typeof(IdentifierEvent), typeof(SlotEvent), typeof(InterviewEvent),
        typeof(InboxEvent), typeof(ReadingEvent), typeof(WatchersEvent),
        typeof(InvitationEvent), typeof(GroupEvent),
        typeof(SiteEvent), typeof(PushesEvent),
        typeof(DraftsEvent), typeof(LinkEvent),
        typeof(CaseEvent), typeof(RecipientEvent), typeof(ContestEvent), typeof(NewsletterEvent),
        typeof(KnowledgeEvent),
    ];

    public static TheoryData<string> EventNames { get; } = [.. OnDisk.Events.Select(e => EventsOf(e).NameOf(e))];

    public static TheoryData<string> AlarmNames => [.. Alarms.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_event_has_a_sample_and_a_name() =>
        Assert.Equal(
            Families.SelectMany(family => family.GetNestedTypes().Where(type => type.IsSubclassOf(family)))
                .Select(type => type.FullName).Order(),
            OnDisk.Events.Select(e => e.GetType().FullName).Order());

    [Fact]
    public void Every_event_is_named_after_its_actor() =>
        Assert.All(Domain.Kinds, kind =>
            Assert.All(kind.Events.Names, name => Assert.StartsWith(kind.Name + ".", name)));

    [Theory, MemberData(nameof(EventNames))]
    public void An_event_is_written_as_ever_and_read_back(string name)
    {
        var happened = OnDisk.Events.Single(e => EventsOf(e).NameOf(e) == name);
        IsAsEver($"{EventsFolder}/{name}.json", EventsOf(happened), name, happened);
    }

    [Theory, MemberData(nameof(AlarmNames))]
    public void A_command_kept_by_an_alarm_is_written_as_ever_and_read_back(string name)
    {
        var (codec, command) = Alarms[name];
        IsAsEver($"{AlarmsFolder}/{name}.json", codec, codec.NameOf(command), command);
    }

    [Fact]
    public void No_file_has_lost_its_event()
    {
        Assert.Equal(Files(EventsFolder), EventNames.Select(row => row.Data).Order(StringComparer.Ordinal));
        Assert.Equal(Files(AlarmsFolder), AlarmNames.Select(row => row.Data).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_event_is_taken_in()
    {
        foreach (var happened in OnDisk.Events)
        {
            object after = happened switch
            {
                AccountEvent e => Spec.Account(new AccountEvent.AuthenticatorAdded("s", 1)).State
                    .Apply(e, Spec.By("zoe")),
                IdentifierEvent e => Identifier.Initial.Apply(e, Spec.By("zoe")),
                CommunityEvent e => Spec.Community(new CommunityEvent.CategoryAdded(new("brakes", "Brakes"))).State
                    .Apply(e, Spec.By("zoe")),
                InboxEvent e => Inbox.Initial.Apply(e, Spec.By("zoe")),
                PolicyEvent e => Policy.Initial.Apply(e, Spec.By("zoe")),
                SiteEvent e => Site.Initial.Apply(e, Spec.By("zoe")),
                PushesEvent e => Pushes.Initial.Apply(e, Spec.By("zoe")),
                WatchersEvent e => Watchers.Initial.Apply(e, Spec.By("zoe")),
                ReadingEvent e => Reading.Initial.Apply(e, Spec.By("zoe")),
                MemberEvent e => Member.Initial.Apply(e, Spec.By("zoe")),
                GroupEvent e => Group.Initial.Apply(e, Spec.By("zoe")),
                InvitationEvent e => Invitation.Initial.Apply(e, Spec.By("zoe")),
                ThreadEvent e => Spec.Thread(OnDisk.Events.OfType<ThreadEvent>().Take(2).ToArray<object>()).State
                    .Apply(e, Spec.By("zoe")),
                UploadEvent e => Upload.Initial.Apply(e, Spec.By("zoe")),
                AllowanceEvent e => Allowance.Initial.Apply(e, Spec.By("zoe")),
                BlocksEvent e => Blocks.Initial.Apply(e, Spec.By("zoe")),
                ConversationEvent e => Conversation.Initial.Apply(e, Spec.By("zoe")),
                GatheringEvent e => Spec.Gathering(OnDisk.Events.OfType<GatheringEvent>()
                    .Where(e => e is GatheringEvent.Planned or GatheringEvent.SessionProposed).ToArray<object>()).State
                    .Apply(e, Spec.By("zoe")),
                PollEvent e => Poll.Initial.Apply(e, Spec.By("zoe")),
                SlotEvent e => Slot.Initial.Apply(e, Spec.By("zoe")),
                InterviewEvent e => Interview.Initial.Apply(e, Spec.By("zoe")),
                DraftsEvent e => Drafts.Initial.Apply(e, Spec.By("zoe")),
                KnowledgeEvent e => Knowledge.Initial.Apply(e, Spec.By("zoe")),
                LinkEvent e => LinkCard.Initial.Apply(e, Spec.By("zoe")),
                ContestEvent e => Spec.Contest(OnDisk.Events.OfType<ContestEvent>().First()).State
                    .Apply(e, Spec.By("zoe")),
                CaseEvent e => Spec.Case(OnDisk.FirstDecision, OnDisk.FirstDecision).State.Apply(e, Spec.By("zoe")),
                NewsletterEvent e => Newsletter.Initial.Apply(e, Spec.By("zoe")),
                RecipientEvent e => Recipient.Initial.Apply(e, Spec.By("zoe")),
                _ => throw new ArgumentOutOfRangeException(happened.GetType().Name),
            };
            Assert.NotNull(after);
        }
    }

    [Fact]
    public void An_event_of_a_newer_version_is_not_mistaken_for_nothing()
    {
        var codec = Domain.Kinds.First(kind => kind.Name == Thread.Kind).Events;
        Assert.Throws<System.Text.Json.JsonException>(() => codec.Decode("thread.teleported", "{}"u8));
        Assert.Throws<System.Text.Json.JsonException>(() => codec.Decode("thread.replied", "[]"u8));
        Assert.Throws<System.Text.Json.JsonException>(() => codec.Decode("thread.replied", "{\"number\":"u8));
    }

    [Fact]
    public void A_field_of_a_newer_version_is_passed_over()
    {
        var codec = Domain.Kinds.First(kind => kind.Name == Thread.Kind).Events;
        Assert.Equal(
            new ThreadEvent.Replied(2, "x"), codec.Decode("thread.replied", """{"number":2,"text":"x","mood":1}"""u8));
    }

    [Fact]
    public void No_enumeration_is_a_number_on_disk() =>
        Assert.All(
            OnDisk.Events.SelectMany(e => e.GetType().GetProperties().Where(p => p.PropertyType.IsEnum)
                .Select(p => (Json: Spec.Line(e), Value: p.GetValue(e)!))),
            field => Assert.Contains($"\"{field.Value}\"", field.Json));

    // By its actor and name, every command that reactors keep in an alarm.
    private static IReadOnlyDictionary<string, (Codec Codec, object Command)> Alarms { get; } = (
        from happened in OnDisk.Events
        let name = EventsOf(happened).NameOf(happened)
        from reactor in Domain.Reactors
        where reactor.Listens.Contains(name)
        from alarm in reactor.React(happened, KeyOf(happened), Spec.By("zoe")).OfType<Reaction.AlarmSet>()
        let codec = Domain.Kinds.First(kind => kind.Name == alarm.Target.Kind).Commands
        select (Name: $"{alarm.Target.Kind}.{codec.NameOf(alarm.Command)}", codec, (object)alarm.Command))
        .DistinctBy(alarm => alarm.Name).ToDictionary(alarm => alarm.Name, alarm => (alarm.codec, alarm.Item3));

    private static string KeyOf(object happened) =>
        happened switch
        {
            ReadingEvent => "devs/01k0000000000000/zoe",
            CaseEvent => "devs/post-01k0000000000000-3",
            _ => "devs/01k0000000000000",
        };

    private static Codec EventsOf(object happened) =>
        Domain.Kinds.Select(kind => kind.Events).First(events => events.Has(happened.GetType()));

    private static void IsAsEver(string path, Codec codec, string name, object member)
    {
        var file = Path.Combine(Repository.Root, path);
        if (!File.Exists(file) && Environment.GetEnvironmentVariable("ACCEPT_NEW") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, Spec.Json(codec, member) + "\n");
        }

        Assert.True(File.Exists(file), $"{path} is missing; it should hold {Spec.Json(codec, member)}");
        var kept = File.ReadAllText(file).TrimEnd('\n');
        Assert.Equal(kept, Spec.Json(codec, member));
        Assert.Equal(kept, Spec.Json(codec, codec.Decode(name, System.Text.Encoding.UTF8.GetBytes(kept))));
    }

    private static IEnumerable<string?> Files(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder))
            .Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal);
}
