package org.yijitong.activity.web;

import org.junit.jupiter.api.Test;
import org.yijitong.access.web.Attack;
import org.yijitong.access.web.Browser;

/** Whatever is put into a field of a form about records and plans is taken or refused with a sentence. */
class HostileRecordTests extends RecordDesk {
    private String plan(String key) {
        String plans = records.replaceFirst("/records$", "/plans");
        return Browser.location(secretary.post(plans, fields(key, "again", "")));
    }

    @Test
    void noFieldOfAPlanBreaks() {
        String plans = records.replaceFirst("/records$", "/plans");
        String day = days.today().plusDays(2).toString();
        Attack.on(secretary, plans + "/new?kind=general_meeting", plans, "day", day, "until", day, "kinds", "lesson");
    }

    @Test
    void noFieldOfAChangedPlanBreaks() {
        String plan = plan("attack-move");
        Attack.on(secretary, plan + "/change", plan + "/moves", "reason", "改期");
        Attack.on(secretary, plan + "/change", plan + "/cancellation");
    }

    @Test
    void noFieldOfALeaveBreaks() {
        String plan = plan("attack-leave");
        String person = made.person("周晓岚").toString();
        Attack.on(secretary, plan, plan + "/leaves", "person", person, "cause", "LEAVE");
    }

    @Test
    void noFieldOfARecordFromAPlanBreaks() {
        String plan = plan("attack-record").replaceFirst(".*/", "");
        Attack.on(secretary, records + "/new?plan=" + plan, records);
    }

    @Test
    void noFieldOfAnAttachmentBreaks() {
        String files = saved("attack-file") + "/attachments";
        Attack.on(secretary, files, files);
    }
}
