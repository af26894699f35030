package bad.sshathome.redoubt.agent.ssh;

record BadClient(net.schmizz.sshj.SSHClient client) {}
