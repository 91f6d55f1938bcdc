using BenchmarkDotNet.Running;
using Klynge.Benchmarks.Floor;
using Klynge.Benchmarks.Votes;

// votes: the whole way over HTTP, in a process of its own. writer: the same without the way. Everything else: BenchmarkDotNet, in this process.
if (args is ["votes", .. var rest])
{
    return await VoteBenchmark.RunAsync(VoteOptions.Parse(rest));
}

if (args is ["writer"])
{
    return await WriterBenchmark.RunAsync();
}

if (args is ["floor", var url, var database])
{
    return await FloorServer.RunAsync(url, database);
}

BenchmarkSwitcher.FromAssembly(typeof(VoteOptions).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args);
return 0;
