package org.yijitong.activity.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.access.web.Browser;
import org.yijitong.activity.AttachedFile;
import org.yijitong.activity.Attachments;
import org.yijitong.activity.RecordId;
import org.yijitong.document.Attachment;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Sha256;

/** Files beside a record: told by their bytes, handed out as downloads, never beyond those who may read. */
class AttachmentTests extends RecordDesk {
    private static final byte[] PDF = "%PDF-1.7 一份签字页".getBytes(StandardCharsets.UTF_8);

    @Autowired
    Attachments attachments;

    private RecordId record(String key) {
        String address = saved(key, "minutes", key);
        return new RecordId(UUID.fromString(address.replaceFirst(".*/", "")));
    }

    private UUID attach(RecordId record, String name, byte[] bytes) {
        return attachments.attach(made.branch(), record, name, bytes);
    }

    private static byte[] zip(String... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String part : parts) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write(1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Test
    void aFileIsHandedOutAsADownloadUnderItsName() {
        RecordId record = record("download");
        UUID file = attach(record, "C:\\桌面\\签字\u202e页.exe", PDF);
        String address = base + "/records/" + record + "/attachments";
        MvcTestResult answer = member.get(address + "/" + file);
        assertThat(answer.getResponse().getContentAsByteArray()).isEqualTo(PDF);
        assertThat(answer.getResponse().getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getResponse().getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(Browser.page(secretary.get(base + "/records/" + record)).text())
                .contains("签字页.exe.pdf");
        assertThat(Browser.status(stranger.get(address + "/" + file))).isEqualTo(404);
        assertThat(Browser.status(member.get(address))).isEqualTo(404);
        secretary.post(address + "/" + file + "/removal", "key", "rm" + file);
        assertThat(Browser.status(member.get(address + "/" + file))).isEqualTo(404);
        assertThat(Browser.page(secretary.get(address)).select("details").text())
                .contains("拿掉过 1 个", "签字页.exe.pdf");
    }

    @Test
    void anUploadSentTwiceIsKeptOnceAndTheSameBytesAreStoredOnce() {
        RecordId record = record("twice");
        String address = base + "/records/" + record + "/attachments";
        for (int i = 0; i < 2; i++) {
            assertThat(Browser.status(secretary.upload(address, "签字页.pdf", PDF, "key", "sent-twice")))
                    .isEqualTo(303);
        }
        assertThat(attachments.of(made.branch(), record)).hasSize(1);
        assertThat(Browser.status(secretary.upload(address, "签字页.pdf", zip("a"), "key", "sent-twice")))
                .isEqualTo(409);
        attach(record, "同一份", PDF);
        assertThat(attachments.of(made.branch(), record))
                .extracting(AttachedFile::hash)
                .hasSize(2)
                .containsOnly(Sha256.hex(PDF));
        assertThat(Browser.status(member.upload(address, "x.pdf", PDF, "key", "member")))
                .isEqualTo(404);
    }

    @Test
    void aNameIsKeptWithoutWhatNoNameHas() {
        RecordId record = record("names");
        List.of("../../etc/passwd", "a\0b\r\nSet-Cookie: x.pdf", "", ".pdf", "😀".repeat(300) + ".pdf", "<b>粗</b>")
                .forEach(name -> attach(record, name, PDF));
        assertThat(attachments.of(made.branch(), record))
                .extracting(AttachedFile::name)
                .contains("passwd.pdf", "-.pdf", "😀".repeat(115) + ".pdf", "b.pdf")
                .allMatch(name -> name.matches("[^\\p{Cntrl}/\\\\<>]+\\.pdf"));
    }

    @Test
    void aWithdrawnRecordTakesNoMore() {
        RecordId record = record("gone");
        UUID file = attach(record, "以前的", PDF);
        secretary.post(base + "/records/" + record + "/withdrawal", "key", "w", "revision", "1", "reason", "没有开");
        assertThatThrownBy(() -> attach(record, "以后的", PDF)).isInstanceOf(Refused.class);
        assertThat(Browser.status(member.get(base + "/records/" + record + "/attachments/" + file)))
                .isEqualTo(200);
    }

    @Test
    void theBytesSayWhatItIs() {
        RecordId record = record("kinds");
        attach(record, "照片", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0});
        attach(record, "纪要.docx", zip("[Content_Types].xml", "word/document.xml"));
        attach(record, "表.xlsx", zip("[Content_Types].xml", "xl/workbook.xml"));
        assertThat(attachments.of(made.branch(), record))
                .extracting(file -> file.format())
                .containsExactly(Attachment.Kind.JPEG, Attachment.Kind.DOCX, Attachment.Kind.XLSX);
        refused(record, new byte[0]);
        refused(record, "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        refused(record, zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"));
        refused(record, zip("a.txt"));
        refused(record, new byte[] {'P', 'K', 3, 4, 9, 9, 9});
        refused(record, new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0});
        refused(record, new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0});
        refused(record, "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*".getBytes(US_ASCII));
        refused(record, "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>".getBytes(US_ASCII));
        assertThat(attachments.history(made.branch(), record)).hasSize(3);
        byte[] large = new byte[Attachments.LARGEST + 1];
        System.arraycopy(PDF, 0, large, 0, PDF.length);
        refused(record, large);
    }

    private void refused(RecordId record, byte[] bytes) {
        assertThatThrownBy(() -> attach(record, "x.pdf", bytes)).isInstanceOf(Invalid.class);
    }

    @Test
    void noMoreThanNineAndOnlyByThoseWhoMayWrite() {
        RecordId record = record("many");
        for (int i = 0; i < Attachments.MOST; i++) {
            attach(record, "同一份" + i, PDF);
        }
        refused(record, PDF);
        assertThatThrownBy(() -> attachments.attach(sample.make().branch(), record, "外人", PDF))
                .isInstanceOf(NotFound.class);
        assertThat(attachments.of(sample.make().branch(), record)).isEmpty();
    }

    @Test
    void aFormWithoutAFileSaysSo() {
        RecordId record = record("none");
        MvcTestResult answer = secretary.post(base + "/records/" + record + "/attachments", "key", "nofile");
        assertThat(Browser.status(answer)).isEqualTo(422);
        assertThat(Browser.page(answer).select("#file-e").text()).contains("先选一个文件");
    }
}
