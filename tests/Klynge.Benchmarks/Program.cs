using BenchmarkDotNet.Running;
using Klynge.Benchmarks.Audit;
using Klynge.Benchmarks.Deadlines;
using Klynge.Benchmarks.Floor;
using Klynge.Benchmarks.Outbox;
using Klynge.Benchmarks.Pages;
using Klynge.Benchmarks.Starts;
using Klynge.Benchmarks.Votes;

// deadlines: the sweep among a hundred thousand. votes: the whole way over HTTP, in a process of its own. doors: the same, and an activity
// that nobody answers, by our own reader and by the Bot Framework SDK's. writer: the same without the
// way. cold-start: until it is ready; worker-start: the same of the functions. outbox: ten thousand messages to a channel that answers at once. audit-verify: a log of a million
// rows. pages: the workspace in a browser, and for two hundred readers at once. Everything else: BenchmarkDotNet, in this process. writer and outbox run on PostgreSQL, too, where "--postgres CONNECTION" at
// the end or KLYNGE_POSTGRES names one.
if (args is [.. var before, "--postgres", var server])
{
    Environment.SetEnvironmentVariable("KLYNGE_POSTGRES", server);
    args = before;
}

if (args is ["votes", .. var rest])
    return await VoteBenchmark.RunAsync(VoteOptions.Parse(rest));

if (args is ["doors", .. var pairs])
    return await DoorBenchmark.RunAsync(VoteOptions.Parse(pairs));

if (args is ["cold-start", .. var program])
    return await ColdStart.RunAsync(program);

if (args is ["worker-start", .. var package])
    return await WorkerStart.RunAsync(package);

if (args is ["writer"])
    return await WriterBenchmark.RunAsync();

if (args is ["outbox", .. var size])
    return await OutboxBenchmark.RunAsync(size);

if (args is ["audit-verify", .. var rows])
    return await AuditVerifyBenchmark.RunAsync(rows);

if (args is ["pages"])
    return await PagesBenchmark.RunAsync();

if (args is ["floor", var url, var database])
    return await FloorServer.RunAsync(url, database);

if (args is ["deadlines"])
    return await DeadlineBenchmark.RunAsync();

BenchmarkSwitcher.FromAssembly(typeof(VoteOptions).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args);
return 0;
