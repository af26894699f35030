package bad.threadsonlyinapp.redoubt.agent.sim;

final class BadHeir extends Thread {}
