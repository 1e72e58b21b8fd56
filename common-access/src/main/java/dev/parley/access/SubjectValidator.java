package dev.parley.access;

import dev.parley.contracts.UserId;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** A token has to name a user that Parley can name, too. */
final class SubjectValidator implements OAuth2TokenValidator<Jwt> {

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        var subject = token.getSubject();
        if (subject == null) {
            return invalid("sub: missing (expected: a user id)");
        }
        try {
            return valid(new UserId(subject));
        } catch (IllegalArgumentException e) {
            return invalid("sub: " + e.getMessage());
        }
    }

    private static OAuth2TokenValidatorResult valid(UserId ignored) {
        return OAuth2TokenValidatorResult.success();
    }

    private static OAuth2TokenValidatorResult invalid(String reason) {
        return OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, reason, null));
    }
}
