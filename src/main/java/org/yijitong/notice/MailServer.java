package org.yijitong.notice;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailSender;
import org.springframework.stereotype.Component;

/** The mail server of this installation, which may have none: then nobody is reminded by mail, and nothing is written. */
@Component
public class MailServer {
    private final ObjectProvider<MailSender> sender;
    private final String from;

    MailServer(ObjectProvider<MailSender> sender, @Value("${yijitong.mail.from:}") String from) {
        this.sender = sender;
        this.from = from;
    }

    /** Whether one is set, with the address mail comes from. */
    public boolean isSet() {
        return sender().isPresent();
    }

    Optional<MailSender> sender() {
        return from.isEmpty() ? Optional.empty() : Optional.ofNullable(sender.getIfAvailable());
    }

    String from() {
        return from;
    }
}
