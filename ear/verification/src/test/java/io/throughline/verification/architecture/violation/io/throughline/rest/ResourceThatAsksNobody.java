package io.throughline.verification.architecture.violation.io.throughline.rest;

import io.throughline.identity.service.LoginService;
import io.throughline.operation.service.JobRequests;
import java.util.Map;

/** Gives tokens and starts jobs without anybody's right. */
class ResourceThatAsksNobody {

    LoginService logins;
    JobRequests jobs;

    LoginService.Token forever(LoginService.Login login) {
        jobs.request("sealing", Map.of());
        return logins.issueToken(login);
    }
}
