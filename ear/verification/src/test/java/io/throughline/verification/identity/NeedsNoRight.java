package io.throughline.verification.identity;

import java.util.Map;

/** The methods that ask for no right, and the services that do not at all, each with the reason. */
final class NeedsNoRight {

    private static final String OWN = "everybody may do so to oneself";
    private static final String BEHIND_AUDIT_ACCESS = "called by AuditAccess alone, which asks for the right";
    private static final String SEALING = "a part of the sealing job; publishes nothing that is not public";
    private static final String WITHIN =
            "runs in the transaction of a service that asked for the right, and refuses to run without one";
    private static final String LOGIN = "how somebody becomes known; nobody is yet";
    private static final String NODE = "the life of a server process, read and written by itself";
    private static final String READ_BY_MACHINE = "reads what is waiting for the machine, which asks before it acts";

    static final Map<String, String> WHY = Map.ofEntries(
            Map.entry("AdministratorBootstrap", "the first start, before there is anybody; later it does nothing"),
            Map.entry("AnchorMail", SEALING),
            Map.entry("AnchorService", SEALING),
            Map.entry("SealingService", SEALING),
            Map.entry("AuditFeed", BEHIND_AUDIT_ACCESS),
            Map.entry("AuditExports", BEHIND_AUDIT_ACCESS),
            Map.entry("AuditProofs", BEHIND_AUDIT_ACCESS),
            Map.entry("AuditReader", BEHIND_AUDIT_ACCESS),
            Map.entry("AuditTrail", WITHIN),
            Map.entry("JobReader", WITHIN),
            Map.entry("JobRequests", WITHIN),
            Map.entry("ReleaseOpening.open", WITHIN),
            Map.entry("RepeatedRequests", "answers a repeat to the very person who made the request"),
            Map.entry("DatabaseProbe", "health: whether the database answers, and nothing of what is in it"),
            Map.entry("Nodes", NODE),
            Map.entry("LoginService.logIn", LOGIN),
            Map.entry("LoginService.byToken", LOGIN),
            Map.entry("LoginService.stillLoggedIn", LOGIN),
            Map.entry("LoginService.issueToken", LOGIN),
            Map.entry("LoginService.renewed", OWN),
            Map.entry("LoginService.confirms", OWN),
            Map.entry("PersonService.me", OWN),
            Map.entry("PersonService.changeOwnPassword", OWN),
            Map.entry("PersonService.chooseOwnWords", OWN),
            Map.entry("AuthorizationLinkService.open", "the link is the key; it shows one change to one person"),
            Map.entry(
                    "AuthorizationLinkService.authorize", "whoever signs logs in by signing, and needs the right then"),
            Map.entry(
                    "IncidentChangeService.raise",
                    "IncidentService.get and ChangeService.raise ask; before them only the command's form is looked at"),
            Map.entry("OutboxSteps.due", READ_BY_MACHINE),
            Map.entry("OutboxSteps.sending", READ_BY_MACHINE),
            Map.entry("ScheduleRuns.due", READ_BY_MACHINE),
            Map.entry("JobClaims.of", READ_BY_MACHINE),
            Map.entry("JobClaims.waiting", READ_BY_MACHINE),
            Map.entry("JobClaims.launched", READ_BY_MACHINE),
            Map.entry("SymptomEvidence.doorFor", "called by SymptomService, which asks for the right"),
            Map.entry(
                    "PackageService.checked", "called by ReleaseService and ReleaseRepeating, which ask for the right"),
            Map.entry("RolloutLedger.commitIntent", "takes claims, which only the machine gets (claimBatch)"),
            Map.entry("RolloutLedger.giveBack", "takes claims, which only the machine gets (claimBatch)"));

    private NeedsNoRight() {}
}
