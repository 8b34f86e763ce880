package org.cognito4j.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cognito4j.ScopeRoles;
import org.cognito4j.jakarta.usage.UsageRow;
import org.cognito4j.net.AwsRegion;
import org.cognito4j.net.JsonText;

/** Writes commands for the AWS CLI and lines for Terraform that take scopes away from an app client. Quotes each value for the shell, JSON or Terraform. */
record ScopeRemoval(UsageRow client, List<String> scopes) {

    private static final Pattern CLIENT_ID = Pattern.compile("[\\w+]{1,128}");
    private static final Pattern POOL_ID = Pattern.compile("(" + AwsRegion.FORM + ")_[0-9A-Za-z]{1,45}");

    /** Returns whether everything that the commands name has the form that AWS has for it. */
    boolean isPossible() {
        return CLIENT_ID.matcher(client.clientId()).matches()
                && POOL_ID.matcher(client.userPool()).matches()
                && client.scopes().keySet().stream().allMatch(ScopeRoles::isScope);
    }

    /**
     * Returns a command for a POSIX shell. {@code update-user-pool-client} resets what is not sent, so everything that {@code
     * describe-user-pool-client} returns is sent back. A client without any scope gets no tokens, so the last one stays.
     */
    List<String> command() {
        Matcher pool = POOL_ID.matcher(client.userPool());
        String region = pool.matches() ? pool.group(1) : "";
        return List.of(
                "aws cognito-idp update-user-pool-client --region " + shell(region) + " --cli-input-json \"$(",
                "  aws cognito-idp describe-user-pool-client --region " + shell(region) + " --output json \\",
                "    --user-pool-id " + shell(client.userPool()) + " --client-id " + shell(client.clientId())
                        + " --query UserPoolClient |",
                "  jq --argjson unused " + shell(json(scopes)) + " '",
                "    del(.ClientSecret, .CreationDate, .LastModifiedDate) | .AllowedOAuthScopes -= $unused",
                "    | if .AllowedOAuthScopes == [] then error(\"no scope would be left\") else . end'",
                ")\"");
    }

    /** Returns lines of HCL that keep what else stands in the list. */
    List<String> terraform() {
        return List.of(
                "allowed_oauth_scopes = setsubtract(",
                "  " + hcl(List.copyOf(new TreeMap<>(client.scopes()).keySet())) + ",",
                "  " + hcl(scopes),
                ")");
    }

    private static String json(List<String> texts) {
        String object = JsonText.object(Map.of("", texts));
        return object.substring(object.indexOf('['), object.length() - 1);
    }

    private static String shell(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static String hcl(List<String> scopes) {
        return json(scopes).replace("${", "$${").replace("%{", "%%{").replace("\",\"", "\", \"");
    }
}
