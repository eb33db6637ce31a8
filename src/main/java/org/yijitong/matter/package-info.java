/**
 * Matters (事项): what must reach a verified end through several hands by certain days: problems, measures, directives.
 * How a matter goes is a flow (流程), a document; what happened to it is a history of events that is only added to.
 *
 * <p><b>Words:</b> a flow says in which states a matter can be, who has it there and by when, and which steps lead on; a
 * party is an organization that takes part; the host is the organization that began it; a step that verifies judges what
 * another one did; evidence is what shows that a step was done: words, a number, a file, a record; a source is what a matter
 * serves; a part is a matter of its own that a whole waits for; a merger lets two matters about the same go on as one; a
 * tie lets a call go with another one about the same cause, which leads; a migration moves running matters to another
 * version of their flow; the door is where a matter is raised without a post.
 * <b>Tables:</b> schema {@code matter}; others see {@code v_flows}.
 *
 * <p><b>Easy to get wrong:</b> who has a matter is a post of an organization, never a person: who holds the post is asked
 * for today, and where nobody does, its superior has it. A matter keeps the version of the flow it was begun under until
 * two persons move it to another. What is derived (state, owner, deadline) changes only together
 * with the event that changes it.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "yaml",
            "audit",
            "document",
            "organization",
            "access",
            "notice",
            "mechanism",
            "ledger",
            "activity"
        })
package org.yijitong.matter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
