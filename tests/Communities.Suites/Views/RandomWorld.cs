using Communities.Actors;

namespace Communities.Suites;

/// <summary>A world in which people do whatever a seed tells them; what they may not do does not happen.</summary>
public static class RandomWorld
{
    private static readonly string[] People = ["olga", "mia", "alice", "bob", "carol", "dan", "eve", ""];
    private static readonly string[] Categories = ["help", "sub", "news"];
    private static readonly string[] Tags = ["c#", "été", "net", "x"];
    private static readonly string[] Words =
        ["red", "green", "été", "cœur", "**bold**", "[a](http://b)", "needle", "l'eau"];

    public static World Of(int seed, int commands, int partitions = 1)
    {
        var (world, random, threads) = (new World(partitions: partitions), new Random(seed), new List<string>());
        var polls = new List<string>();
        for (var i = 0; i < commands; i++)
        {
            var by = Pick(People);
            var role = world.Journal.See<Member>($"{World.Devs}/{by}").Role;
            var standing = by.Length == 0 ? Standing.System : new Standing(role, MayJoin: true);
            var thread = threads.Count == 0 ? "" : threads[(int)(threads.Count * Math.Sqrt(random.NextDouble()))];
            if (random.Next(20) == 0) world.Journal.Now = world.Journal.Now.AddHours(random.Next(1, 100));
            switch (random.Next(20))
            {
                case 0: Community(by, standing); break;
                case 1 when by.Length > 0: Member(by, standing); break;
                case 4 when by.Length > 0 && threads.Count > 0: Keeping(thread, by, standing); break;
                case 2 when threads.Count > 0: Poll(thread, by, standing); break;
                case < 4: threads.Add(world.Open(Text(), Text(), by, Maybe(Categories), Labels())); break;
                case var _ when threads.Count > 0:
                    world.Journal.TryAsk($"{World.Devs}/{thread}", Thread(thread), by, standing);
                    break;
                default: break;
            }
        }

        return world;

        void Community(string by, Standing standing)
        {
            var category = new Category(Pick(Categories), Text(), Parent: Maybe(Categories));
            world.Journal.TryAsk(World.Devs, (CommunityCommand)(random.Next(7) switch
            {
                0 or 1 => new CommunityCommand.AddCategory(category),
                5 => new CommunityCommand.OrderCategories([.. world.Journal.See<Community>(World.Devs).Categories
                    .Select(one => one.Slug).OrderBy(_ => random.Next())]),
                6 => random.Next(2) == 0 ? new CommunityCommand.AddSynonym(Pick(Tags), Pick(Tags))
                    : new CommunityCommand.RemoveSynonym(Pick(Tags)),
                2 => new CommunityCommand.ChangeCategory(category),
                3 => new CommunityCommand.RemoveCategory(category.Slug),
                _ => new CommunityCommand.SetPurpose(Purpose.Saying(Text())),
            }), by, Standing.System with { Trust = standing.Trust });
        }

        void Member(string by, Standing standing) =>
            world.Journal.TryAsk($"{World.Devs}/{by}", (MemberCommand)(random.Next(4) switch
            {
                0 => new MemberCommand.Join(Text()),
                1 => new MemberCommand.Leave(),
                2 => new MemberCommand.Describe(Text(), Text()),
                _ => new MemberCommand.Visit(),
            }), by, standing);

        void Keeping(string thread, string by, Standing standing)
        {
            var (reading, inbox) = (Keys.OfReading(World.Devs, thread, by), Keys.OfMember(World.Devs, by));
            var number = random.Next(1, 9);
            switch (random.Next(8))
            {
                case < 3: Try(reading, new ReadingCommand.MarkRead(1, number)); break;
                case 3: Try(reading, new ReadingCommand.SetLevel((Level)random.Next(4))); break;
                case 4: Try(reading, new ReadingCommand.Bookmark(number, Maybe(Words))); break;
                case 5: Try(reading, new ReadingCommand.Unbookmark(number)); break;
                case 6: Try(inbox, new InboxCommand.SetLevel(Places.OfTag(Pick(Tags)), (Level)random.Next(4))); break;
                default: Try(inbox, new InboxCommand.MarkAllRead()); break;
            }

            void Try<TActor>(string key, ICommand<TActor> command) where TActor : class, IActor =>
                world.Journal.TryAsk(key, command, by, standing);
        }

        void Poll(string thread, string by, Standing standing)
        {
            if (polls.Count == 0 || random.Next(4) == 0)
            {
                polls.Add(Keys.NewThread(world.Journal.Now, (uint)polls.Count));
                world.Journal.TryAsk(Keys.OfPoll(World.Devs, polls[^1]), new PollCommand.Open(
                    "Which?", ["Red", "Green", "Blue"], new PollTerms(VotingWay.Ranked, 1, 3), null), by, standing);
                world.Journal.TryAsk(
                    $"{World.Devs}/{thread}", new ThreadCommand.Reply(Text(), null, polls[^1]), by, standing);
            }

            var poll = Keys.OfPoll(World.Devs, polls[random.Next(polls.Count)]);
            world.Journal.TryAsk(poll, (PollCommand)(random.Next(9) switch
            {
                0 => new PollCommand.Close(),
                1 => new PollCommand.Reopen(),
                2 => new PollCommand.Withdraw(),
                _ => new PollCommand.Vote(random.Next(2) == 0 ? [random.Next(1, 4)] : [2, 1]),
            }), Pick(People), new Standing(Role.Member));
        }

        ThreadCommand Thread(string id)
        {
            var posts = world.Journal.See<Thread>($"{World.Devs}/{id}").Posts.Count;
            var number = 1 + (int)(posts * random.NextDouble() * 1.05); // Now and then one that is not there.
            var kind = Reactions.Kinds[random.Next(2)];
            return random.Next(28) switch
            {
                < 9 => new ThreadCommand.Reply(Text(), random.Next(3) == 0 ? number : null),
                < 11 => new ThreadCommand.Edit(number, Text()),
                11 => new ThreadCommand.Organise(Text(), Maybe(Categories), Labels()),
                12 or 13 => new ThreadCommand.Remove(number, Maybe(Words)),
                14 or 15 => new ThreadCommand.Restore(number),
                16 or 17 => new ThreadCommand.React(number, kind),
                18 => new ThreadCommand.Unreact(number, kind),
                19 => new ThreadCommand.CountReactions(number, kind, random.Next(3)),
                20 => random.Next(2) == 0 ? new ThreadCommand.Accept(number) : new ThreadCommand.Unaccept(),
                21 => random.Next(2) == 0 ? new ThreadCommand.Pin() : new ThreadCommand.Unpin(),
                22 => random.Next(2) == 0 ? new ThreadCommand.Close(null, Text()) : new ThreadCommand.Reopen(),
                23 => random.Next(2) == 0 ? new ThreadCommand.Unlist(Text()) : new ThreadCommand.List(),
                24 => new ThreadCommand.MovePosts([number, posts], Another(), null, Text()),
                25 when random.Next(2) == 0 => new ThreadCommand.Merge(Another()),
                25 => new ThreadCommand.MovePosts([number], NewId(), new Heading(Text(), Maybe(Categories), Labels())),
                26 => Answer(world.Journal.See<Thread>($"{World.Devs}/{id}").Accepted, number),
                _ => new ThreadCommand.CountViews(random.Next(5)),
            };
        }

        ThreadCommand Answer(int accepted, int number) => random.Next(6) switch
        {
            0 => new ThreadCommand.ConfirmAnswer(accepted),
            1 => new ThreadCommand.DoubtAnswer(accepted, Maybe(Words)),
            2 => new ThreadCommand.Summarise(number, random.Next(3) == 0),
            3 => new ThreadCommand.Rest(),
            _ => new ThreadCommand.Accept(number),
        };

        string Another() => threads[random.Next(threads.Count)];

        string NewId()
        {
            threads.Add(Keys.NewThread(world.Journal.Now, (uint)(1_000_000 + threads.Count)));
            return threads[^1];
        }

        T Pick<T>(T[] from) => from[random.Next(from.Length)];

        T? Maybe<T>(T[] from) where T : class => random.Next(3) == 0 ? null : Pick(from);

        string Text() => string.Join(' ', Enumerable.Range(0, random.Next(1, 12)).Select(_ => Pick(Words)));

        System.Collections.Immutable.ImmutableArray<string> Labels() =>
            [.. Enumerable.Range(0, random.Next(4)).Select(_ => Pick(Tags))];
    }
}
