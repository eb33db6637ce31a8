package org.yijitong.matter.web;

import org.springframework.stereotype.Component;
import org.yijitong.matter.FlowInWords;
import org.yijitong.matter.Flows;
import org.yijitong.matter.Matter;
import org.yijitong.matter.MatterId;
import org.yijitong.matter.Matters;
import org.yijitong.matter.Part;
import org.yijitong.matter.Parts;
import org.yijitong.shared.Link;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;

/** Shows of which parts a matter is made, how far they have come, and of which one it is a part itself. */
@Component
class PartsShown {
    private final Parts parts;
    private final Matters matters;
    private final Flows flows;
    private final MatterGuard guard;

    PartsShown(Parts parts, Matters matters, Flows flows, MatterGuard guard) {
        this.parts = parts;
        this.matters = matters;
        this.flows = flows;
        this.guard = guard;
    }

    MatterPage.Split of(Page page, Scope scope, Matter matter) {
        Parts.Split split = parts.of(scope, matter);
        MatterAddress at = new MatterAddress(scope.unit());
        boolean more = guard.mayAct(page) && !matter.closed() && matter.owner() != null && reaches(scope, matter);
        return new MatterPage.Split(
                split.parts().stream().map(part -> row(page, at, part)).toList(),
                split.all() == 0 ? "" : page.t("matter.part.progress", split.closed(), split.all()),
                more && matter.owner() != null
                        ? at.begin(matter.owner()) + "/new?flow=shared-part&parent=" + matter.matterId()
                        : "",
                parts.whole(scope, matter)
                        .map(whole -> link(page, scope, at, whole))
                        .orElse(null));
    }

    /** Whether whoever has it is within reach, so that parts of it may be given to others. */
    private boolean reaches(Scope scope, Matter matter) {
        try {
            return matter.owner() != null && matters.host(scope, matter.owner()) != null;
        } catch (NotFound beyond) {
            return false;
        }
    }

    private MatterPage.PartRow row(Page page, MatterAddress at, Part part) {
        String state =
                new FlowInWords(flows.version(part.versionId()), page.words()).state(part.state(), part.closed());
        return new MatterPage.PartRow(
                part.matterId().toString(),
                part.title(),
                part.seen() && !guard.narrow(page) ? at.matter(part.matterId()) : "",
                part.released() ? page.t("matter.part.released") : state,
                part.owner() == null ? "" : part.owner(),
                part.day(),
                part.weight(),
                !part.released() && !part.closed());
    }

    /** The whole, by its title where the reader may see it. */
    private Link link(Page page, Scope scope, MatterAddress at, MatterId whole) {
        try {
            guard.see(page, scope, whole);
            return new Link(at.matter(whole), matters.find(scope, whole).title());
        } catch (NotFound beyond) {
            return new Link("", "");
        }
    }
}
