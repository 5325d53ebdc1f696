package io.throughline.communication.service.outbox;

import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/** Hands messages to a mail server. */
final class SmtpTransport {

    private final SmtpSettings settings;
    private final Session session;

    SmtpTransport(SmtpSettings settings) {
        this.settings = settings;
        this.session = Session.getInstance(settings.mailProperties());
    }

    /** Takes at most a minute or two, whatever the server does. */
    Delivery send(OutgoingMail mail) {
        MimeMessage message;
        try {
            message = mime(mail);
        } catch (AddressException malformed) {
            return new Delivery(Delivery.Kind.REFUSED, "address: " + malformed.getMessage());
        } catch (MessagingException | UnsupportedEncodingException unwritable) {
            return new Delivery(Delivery.Kind.REFUSED, describe(unwritable));
        }
        try (Transport transport = session.getTransport("smtp")) {
            try {
                transport.connect(settings.host(), settings.port(), settings.user(), settings.password());
            } catch (MessagingException unreachable) {
                return new Delivery(Delivery.Kind.POSTPONED, describe(unreachable));
            }
            return handOver(transport, message);
        } catch (MessagingException closing) {
            return new Delivery(Delivery.Kind.UNKNOWN, describe(closing));
        }
    }

    private static Delivery handOver(Transport transport, MimeMessage message) {
        try {
            transport.sendMessage(message, message.getAllRecipients());
            return Delivery.taken();
        } catch (SendFailedException answered) {
            if (hungUp(answered)) {
                return new Delivery(Delivery.Kind.UNKNOWN, describe(answered));
            }
            boolean forGood = !isEmpty(answered.getInvalidAddresses());
            return new Delivery(forGood ? Delivery.Kind.REFUSED : Delivery.Kind.POSTPONED, describe(answered));
        } catch (MessagingException broken) {
            return new Delivery(Delivery.Kind.UNKNOWN, describe(broken));
        }
    }

    private MimeMessage mime(OutgoingMail mail) throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = new StableIdMessage(session, mail.messageId());
        message.setFrom(new InternetAddress(settings.from(), true));
        InternetAddress to = new InternetAddress(mail.address(), true);
        to.setPersonal(mail.name(), StandardCharsets.UTF_8.name());
        message.setRecipient(RecipientType.TO, to);
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setText(mail.body(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(mail.writtenAt()));
        message.setHeader("X-Throughline-Record", mail.number().toString());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    /** Jakarta Mail tells a server that closed the line, perhaps after taking the text, as an answer "[EOF]". */
    private static boolean hungUp(SendFailedException answered) {
        return String.valueOf(answered.getMessage()).contains("[EOF]");
    }

    private static boolean isEmpty(Address[] addresses) {
        return addresses == null || addresses.length == 0;
    }

    private static String describe(Exception e) {
        String text = e.getClass().getSimpleName() + ": " + e.getMessage();
        return text.length() <= 500 ? text : text.substring(0, 500);
    }

    /** Keeps the Message-ID that the message was given when it was written. */
    private static final class StableIdMessage extends MimeMessage {

        private final String messageId;

        StableIdMessage(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
