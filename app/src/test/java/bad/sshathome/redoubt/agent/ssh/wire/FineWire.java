package bad.sshathome.redoubt.agent.ssh.wire;

record FineWire(net.schmizz.sshj.SSHClient client) {}
