using Communities.Hosting;
using Communities.Server;

return await CommandLine.Run(new LocalComposition(), args);
