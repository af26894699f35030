package bad.sshathome.redoubt.app;

record BadApp(net.schmizz.sshj.Config config) {}
