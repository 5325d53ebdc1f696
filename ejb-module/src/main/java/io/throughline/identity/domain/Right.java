package io.throughline.identity.domain;

/** What a person may be allowed to do. Services check rights; roles bundle them. */
public enum Right {
    /** See records of every process. */
    RECORD_READ,
    /** Take calls, assess, route, fulfil and reject contacts, call people back. */
    CONTACT_WORK,
    /** Classify incidents, give first support, write notes, put on hold, verify and close. */
    INCIDENT_WORK,
    /** Investigate and diagnose, plan a resolution, raise the change that resolves. */
    INCIDENT_DIAGNOSE,
    /** Own the course of all incidents: reassign, escalate, declare major, inform callers. */
    INCIDENT_MANAGE,
    /** Raise a change. */
    CHANGE_REQUEST,
    /** Accept, return, reject, categorize, review and close changes; keep templates. */
    CHANGE_MANAGE,
    /** Judge a change from one perspective. Assessors judge and never authorize. */
    CHANGE_ASSESS,
    /** Authorize, refuse and withdraw; authorize what is added later; extend a window. */
    CHANGE_AUTHORIZE,
    /** Carry an authorized change through: engage Release, confirm before deployment, schedule. */
    CHANGE_COORDINATE,
    /** Acknowledge releases, appoint owner and specialist, cancel. */
    RELEASE_MANAGE,
    /** Plan the release and its rollout. */
    RELEASE_PLAN,
    /** Build packages, run tests of package and rollback. */
    RELEASE_BUILD,
    /** Accept a built and tested release; never one's own build. */
    RELEASE_ACCEPT,
    /** Start, pause, resume, abort, retry and roll back deployments. */
    DEPLOYMENT_RUN,
    /** Verify a finished deployment; never one's own. */
    DEPLOYMENT_VERIFY,
    /** Be the second person for an exclusion, a skip or a break-glass. */
    SECOND_PERSON,
    /** Start, stop and restart jobs. */
    JOB_OPERATE,
    /** Make, change and end schedules. */
    JOB_SCHEDULE,
    /** Maintain organisations, services, applications, servers and relations. */
    CONFIGURATION_MAINTAIN,
    /** Start configuration audits and decide on their findings. */
    CONFIGURATION_AUDIT,
    /** Write documented procedures and their probes. */
    PROCEDURE_WRITE,
    /** Approve a probe that somebody else wrote. */
    PROCEDURE_APPROVE,
    /** Maintain people, their roles and settings of the product. */
    PERSON_MAINTAIN,
    /** Read, verify and export the audit trail. */
    AUDIT_READ
}
