// Loaded first by every program that the command line starts: it ends with its parent, also when that one is killed.
process.once('disconnect', () => process.exit());
process.channel?.unref();
