package bad.sshathome.redoubt.agent.pacemaker;

record BadKey(com.hierynomus.sshj.key.KeyAlgorithm algorithm) {}
