package org.redoubt.agent.sim;

import org.redoubt.agent.sim.plant.Page;
import org.redoubt.agent.sim.plant.Plant;
import org.redoubt.topology.model.Source;

/** The site file: what no host reports. It is read once; what it says grows old from then on. */
final class PaperVoice extends Voice {

    static final long NEVER = Long.MAX_VALUE / 4;

    private final Plant plant;

    PaperVoice(Plant plant) {
        super(new Source("site-file", plant.name()), NEVER);
        this.plant = plant;
    }

    @Override
    void speak(SimWorld world, Page page, boolean all) {
        page.all(plant.siteFile());
    }
}
