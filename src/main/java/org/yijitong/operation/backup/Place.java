package org.yijitong.operation.backup;

import java.nio.file.Path;
import org.yijitong.operation.postgres.Database;

/** What a backup is made of or restored into: a database, a data folder, a folder of keys. */
public record Place(Database database, Path data, Path secrets) {}
