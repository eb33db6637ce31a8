package org.yijitong.matter;

import java.util.UUID;

/** A flow under the identifier of its version. */
public record FlowVersion(UUID versionId, Flow flow) {}
