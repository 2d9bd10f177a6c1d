using Communities.Hosting;
using Communities.Silo;

return await CommandLine.Run(new ClusterComposition(), args);
