package bad.javafxonlyinviews.redoubt.agent.sim;

final class BadTheme {
    Class<?> theme() {
        return atlantafx.base.theme.PrimerDark.class;
    }
}
