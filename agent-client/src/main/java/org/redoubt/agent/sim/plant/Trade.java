package org.redoubt.agent.sim.plant;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.redoubt.agent.sim.plant.SimVm.Work;

/** What a cluster of a sized site is for, and the VMs that are typical of it. */
enum Trade {
    PAYROLL("payroll-db database, payroll-web web, erp-app office, batch batch, ldap idle"),
    WEB("web web, api web, cache cache, search database, static idle"),
    DB("orders-db database, stock-db database, db-proxy idle, reports batch, replica database"),
    VDI("desk office, desk office, desk idle, broker idle, profile office"),
    BUILD("runner batch, git office, registry office, runner batch, mirror idle"),
    MAIL("mail office, imap office, spam-filter web, archive idle, calendar office"),
    ML("train batch, notebook office, serve web, features cache, labels office"),
    EDGE("proxy web, dns idle, vpn idle, cdn web, waf web"),
    TELCO("sip web, voicemail office, billing-db database, sms web, hlr cache");

    /** A VM's name, before its number, and its work. */
    record Role(String name, Work work) {}

    private final List<Role> roles = new ArrayList<>();

    Trade(String namesAndWorks) {
        for (String role : namesAndWorks.split(", ")) {
            int space = role.indexOf(' ');
            Work work = Work.valueOf(role.substring(space + 1).toUpperCase(Locale.ROOT));
            roles.add(new Role(role.substring(0, space), work));
        }
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<Role> roles() {
        return roles;
    }

    /** The trade of the cluster with this number, from 0. */
    static Trade of(int cluster) {
        return values()[cluster % values().length];
    }
}
