package org.yijitong.activity.web;

import java.util.List;
import java.util.Map;
import org.yijitong.activity.AttachedFile;
import org.yijitong.activity.Attachments;
import org.yijitong.activity.RecordLine;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;

/**
 * The files of a record, where they are put in and taken out.
 *
 * @param history every file that was ever there
 */
public record AttachmentsPage(
        String address, RecordLine line, List<AttachedFile> history, Map<String, Invalid.Fault> faults) {
    private static final int KIB = 1024;

    public List<AttachedFile> files() {
        return history.stream().filter(AttachedFile::there).toList();
    }

    /** Those that were taken off. */
    public List<AttachedFile> removed() {
        return history.stream().filter(file -> !file.there()).toList();
    }

    /** Whether another may be put in. */
    public boolean room() {
        return files().size() < Attachments.MOST && !line.withdrawn();
    }

    /** How large a file is, in words. */
    public static String size(Page page, AttachedFile file) {
        return file.size() < KIB * KIB
                ? page.t("activity.file.kib", Math.max(1, file.size() / KIB))
                : page.t("activity.file.mib", file.size() / (KIB * KIB));
    }
}
