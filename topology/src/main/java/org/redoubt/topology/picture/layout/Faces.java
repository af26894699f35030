package org.redoubt.topology.picture.layout;

import java.util.List;
import java.util.Set;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.picture.Options;
import org.redoubt.topology.picture.Picture;

/**
 * How the units of a large site look. From afar all are known; nearer ones are made when they are asked for. Those of the
 * next snapshot are these but for what was touched. May be asked from several threads: who comes second makes the same.
 */
final class Faces {

    private final Contents contents;
    private final List<Unit> units;
    private final Grounds grounds;
    private final Options options;
    private final HostFace hosts;
    private final EquipmentFace equipment;
    private final Face[] faces;
    private final Face.Inside[] insides;
    private final Face.Dress[] dresses;
    private long until = Long.MAX_VALUE;

    private Faces(Contents contents, Grounds grounds, Options options, Face[] faces, Face.Inside[] insides) {
        this.contents = contents;
        this.grounds = grounds;
        this.units = grounds.units;
        this.options = options;
        this.hosts = new HostFace(contents);
        this.equipment = new EquipmentFace(contents);
        this.faces = faces;
        this.insides = insides;
        this.dresses = new Face.Dress[units.size()];
    }

    static Faces of(Contents contents, Grounds grounds, Options options) {
        int count = grounds.units.size();
        Faces all = new Faces(contents, grounds, options, new Face[count], new Face.Inside[count]);
        for (int unit = 0; unit < count; unit++) {
            all.faces[unit] = all.made(unit);
        }
        all.remember();
        return all;
    }

    private Face made(int index) {
        Unit unit = units.get(index);
        return unit.role() == Unit.Role.HOST ? hosts.face(unit) : equipment.face(unit);
    }

    private void remember() {
        for (Face face : faces) {
            until = Math.min(until, face.until());
        }
    }

    /** Those of the next snapshot, in which these units were touched. */
    Faces after(Contents now, Set<ElementId> touched, Options wanted) {
        Faces next = new Faces(now, grounds, wanted, faces.clone(), insides.clone());
        for (ElementId id : touched) {
            Integer unit = grounds.index.get(id);
            if (unit != null) {
                next.insides[unit] = null;
                next.renew(unit);
            }
        }
        long moment = now.site().now();
        for (int unit = 0; until <= moment && unit < faces.length; unit++) {
            if (faces[unit].until() <= moment) {
                next.renew(unit);
            }
        }
        next.remember();
        return next;
    }

    /** What looks as it did stays the same object, so that nobody compares it again. */
    private void renew(int unit) {
        Face face = made(unit);
        faces[unit] = face.equals(faces[unit]) ? faces[unit] : face;
    }

    Face face(int unit) {
        return faces[unit];
    }

    Face.Inside inside(int unit) {
        Face.Inside inside = insides[unit];
        if (inside == null) {
            Unit asked = units.get(unit);
            inside = asked.role() == Unit.Role.HOST ? hosts.inside(asked) : equipment.inside(asked);
            insides[unit] = inside;
        }
        return inside;
    }

    Face.Dress dress(int unit) {
        Face.Dress dress = dresses[unit];
        if (dress == null) {
            dress = hosts.dress(units.get(unit), options);
            dresses[unit] = dress;
        }
        return dress;
    }

    /** Whether a unit certainly looks the same at a level, without making what was not looked at. */
    boolean same(Faces other, int unit, Picture.Level level) {
        if (faces[unit] != other.faces[unit]) {
            return false;
        }
        if (level == Picture.Level.CELLS) {
            return true;
        }
        boolean dressed = units.get(unit).role() == Unit.Role.HOST && level != Picture.Level.VMS;
        return !dressed && insides[unit] != null && insides[unit] == other.insides[unit];
    }
}
