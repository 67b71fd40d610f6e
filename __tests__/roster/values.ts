// Values of fields on both sides of every rule, for the tests of the readers and of the JSON
// Schema.
import type { Field } from "../../src/model/account.js";
import type { ProblemCode } from "../../src/model/problem-codes.js";

/**
 * A field, its value as written in YAML and in JSON, and the problem at it; none: it is valid.
 * `part` is where the problem is, if not at the value as a whole.
 */
type FieldValue = readonly [
  field: Field,
  text: string,
  code?: ProblemCode | undefined,
  part?: string,
];

/** Texts without spaces, in quotes. */
function texts(field: Field, code: ProblemCode | undefined, list: string): readonly FieldValue[] {
  return list.split(/[ \n]+/).map((text): FieldValue => [field, JSON.stringify(text), code]);
}

export const VALUES: readonly FieldValue[] = [
  ["uniqueId", '"1001"'],
  ["uniqueId", "1001", "wrong-type"],
  ["uniqueId", "true", "wrong-type"],
  ["uniqueId", "null", "null-value"],
  ["uniqueId", '["a"]', "wrong-type"],
  ["uniqueId", '{"a": 1}', "wrong-type"],
  ["fullName", '""', "empty-text"],
  ["fullName", '"  "', "empty-text"],
  ["fullName", '" Ada"', "space-around"],
  ["fullName", '"Ada\\u00a0"', "space-around"],
  ["fullName", '"Ada\\tLovelace"', "control-character"],
  ["fullName", '"Ada\\nLovelace"', "control-character"],
  ["fullName", '"Ada\\u0085Lovelace"', "control-character"],
  ["fullName", '"Ada\\u007fLovelace"', "control-character"],
  ["fullName", '"Ada\\u009fLovelace"', "control-character"],
  ["fullName", '"Ada\\u2028Lovelace"'],
  ["fullName", '"李 小龍 👩‍🚀 Ångström"'],
  ["fullName", '"\\ud83d\\ude00"'],
  ["fullName", '"\\ud83d"', "lone-surrogate"],
  ["fullName", '"{fullName}"'],
  // Invisible characters: names may have those that shape the letters beside them.
  ["fullName", '"\\ufeffAda"', "invisible-character"],
  ["fullName", '"Ad\\u200ba"', "invisible-character"],
  ["fullName", '"\\u202eadA"', "invisible-character"],
  ["fullName", '"\\u3164"', "invisible-character"],
  ["fullName", '"Ad\\u00ada\\t"', "control-character"],
  ["fullName", '"\\u0645\\u06cc\\u200c\\u0646 \\u0915\\u094d\\u200d"'],
  ["fullName", '"\\u2764\\ufe0f"'],
  ["fullName", '"\\ud83c\\udff4\\udb40\\udc67\\udb40\\udc62\\udb40\\udc7f"'],
  ["fullName", '"Ada\\udb40\\udc67\\udb40\\udc62\\udb40\\udc7f"', "invisible-character"],
  ["roleDescription", '"\\u2764\\ufe0f"'],
  ["roleDescription", '"Boss\\u2060"', "invisible-character"],
  ["uniqueId", '"u\\u200d1"', "invisible-character"],
  ["uniqueId", '"\\u2800"', "invisible-character"],
  ["accountName", '"\\u2764\\ufe0f"', "invisible-character"],
  ["email", '"ad\\u202ea@example.com"', "invisible-character"],
  ["email", '"ada@example.com\\u200b"', "invisible-character"],
  ["groupIds", '["g\\u200c1"]', "invisible-character", '"g'],
  ["customProperties", '{"a": "x\\u200by"}'],

  ["roleDescription", '"Billing: admin"'],
  ["roleDescription", "null"],
  ["roleDescription", '""', "empty-text"],
  ["roleDescription", "7", "wrong-type"],
  ["permissionLevel", '"ADMIN"'],
  ["permissionLevel", '"admin"', "unknown-value"],
  ["permissionLevel", "null", "null-value"],
  ["permissionLevel", "1", "wrong-type"],
  ["status", '"DEACTIVATED"'],
  ["status", '"DEACTVATED"', "unknown-value"],
  ["authMethod", '"BIOMETRIC"'],
  ["authMethod", '"SAML"', "unknown-value"],
  ["mfaEnabled", "true"],
  ["mfaEnabled", '"true"', "wrong-type"],
  ["mfaEnabled", "1", "wrong-type"],
  ["mfaEnabled", "null", "null-value"],
  ["mfaMethods", "[]"],
  ["mfaMethods", '["OTP", "SMS", "OTP"]'],
  ["mfaMethods", '"OTP"', "wrong-type"],
  ["mfaMethods", "null", "null-value"],
  ["mfaMethods", "{}", "wrong-type"],
  ["groupIds", '["g-1"]'],
  ["groupIds", "[]"],
  ["groupIds", "null"],
  ["groupIds", '"g-1"', "wrong-type"],
  ["customProperties", '{"a": true, "b": -2147483648, "c": 2147483647, "d": "x"}'],
  ["customProperties", "{}"],
  ["customProperties", "null"],
  ["customProperties", "[]", "wrong-type"],

  // Entries of lists and mappings
  ["mfaMethods", '["OTP", "otp"]', "unknown-value", '"otp"'],
  ["mfaMethods", '["OTP", 5]', "wrong-type", "5"],
  ["mfaMethods", "[null]", "wrong-type", "null"],
  ["mfaMethods", '[["SMS"]]', "wrong-type", '["SMS"]'],
  ["groupIds", '["a", ""]', "empty-text", '""'],
  ["groupIds", '["a", " a"]', "space-around", '" a"'],
  ["groupIds", "[1001]", "wrong-type", "1001"],
  ["customProperties", '{"a": 1.5}', "bad-integer", "1.5"],
  ["customProperties", '{"a": 2147483648}', "bad-integer", "2147483648"],
  ["customProperties", '{"a": -2147483649}', "bad-integer", "-2147483649"],
  ["customProperties", '{"a": -0}', "bad-integer", "-0"],
  ["customProperties", '{"a": 1.0}', "bad-integer", "1.0"],
  ["customProperties", '{"a": 1e3}', "bad-integer", "1e3"],
  ["customProperties", '{"a": 0}'],
  ["customProperties", '{"a": null}', "wrong-type", "null"],
  ["customProperties", '{"a": [1]}', "wrong-type", "[1]"],
  ["customProperties", '{"a": {}}', "wrong-type", "{}"],
  ["customProperties", '{"a": ""}', "empty-text", '""'],
  ["customProperties", '{"": 1}', "bad-property-name", '""'],
  ["customProperties", '{"a": 1, " b": 1}', "bad-property-name", '" b"'],
  ["customProperties", '{"a\\n": 1}', "bad-property-name", '"a\\n"'],
  ["customProperties", '{"__proto__": 1}', "bad-property-name", '"__proto__"'],

  // RFC 3339, section 5.6. A leap second is at the end of a month in UTC.
  ["createdTimestamp", "null", "null-value"],
  ["createdTimestamp", "20240301", "wrong-type"],
  ["createdTimestamp", '""', "bad-timestamp"],
  ["createdTimestamp", '"2024-03-01 09:00:00Z"', "bad-timestamp"],
  ["createdTimestamp", '"2024-03-01T09:00:00 Z"', "bad-timestamp"],
  ["createdTimestamp", '" 2024-03-01T09:00:00Z"', "bad-timestamp"],
  ["createdTimestamp", '"2024-03-01T09:00:00Z\\n"', "bad-timestamp"],
  ["lastLoginTimestamp", '"yesterday"', "bad-timestamp"],
  ["lastLoginTimestamp", "null"],
  ...texts(
    "createdTimestamp",
    undefined,
    `2024-03-01T09:00:00Z 2024-03-01t09:00:00z 2024-03-01T09:00:00+00:00 2024-03-01T09:00:00-00:00
    2024-03-01T23:59:59.999999999-23:59 2024-03-01T00:00:00+23:59 2024-04-30T00:00:00Z
    0000-01-01T00:00:00Z 9999-12-31T23:59:59Z
    0000-02-29T00:00:00Z 2000-02-29T00:00:00Z 2024-02-29T00:00:00Z
    2016-12-31t23:59:60z 2015-06-30T23:59:60.5Z 1990-12-31T15:59:60-08:00 2017-01-01T05:29:60+05:30`,
  ),
  ...texts(
    "createdTimestamp",
    "bad-timestamp",
    `2024-03-01 2024-03-01T09:00:00 2024-03-01T09:00Z 2024-03-01T09:00:00+0000
    2024-03-01T09:00:00+01 2024-03-01T09:00:00+24:00 2024-03-01T09:00:00+01:60
    2024-03-01T24:00:00Z 2024-03-01T09:60:00Z 2024-03-01T09:00:61Z 2024-03-01T09:00:60Z
    2016-12-31T23:58:60Z 2016-12-30T23:59:60Z 2016-12-31T23:59:60+01:00
    2024-03-01T09:00:00.Z 2024-03-01T09:00:00,5Z 2024-00-01T00:00:00Z 2024-13-01T00:00:00Z
    2024-01-00T00:00:00Z 2024-01-32T00:00:00Z 2024-04-31T00:00:00Z 2024-02-30T00:00:00Z
    2023-02-29T00:00:00Z 1900-02-29T00:00:00Z 2100-02-29T00:00:00Z
    24-03-01T09:00:00Z 12024-03-01T09:00:00Z +2024-03-01T09:00:00Z 2024-3-1T09:00:00Z
    2024-W09-5T09:00:00Z 20240301T090000Z ２０24-03-01T09:00:00Z`,
  ),

  ["externalUrl", '""', "bad-url"],
  ["externalUrl", '"https://exa mple.com/"', "bad-url"],
  ["externalUrl", '"https://example.com/a b"', "bad-url"],
  ["externalUrl", '" https://example.com/"', "bad-url"],
  ["externalUrl", '"https://example.com/\\n"', "bad-url"],
  ...texts(
    "externalUrl",
    undefined,
    `https://example.com https://example.com/ HTTPS://EXAMPLE.COM/users/1 https://localhost/x
    https://example.com:8443/a?b=c&d[]=e#f https://example.com?a https://example.com#a
    https://192.0.2.1/ https://[2001:db8::1]:443/x
    https://example.com/ada@example.com https://example.com?a=@
    https://bücher.example/ä/%20?%C3%A9 https://example.com:65535/`,
  ),
  ...texts(
    "externalUrl",
    "bad-url",
    `http://example.com/ ftp://example.com/ //example.com/ example.com https:/example.com
    https:example.com https:// https:///users https://?a https://:443/ https://@/
    https://example.com:65536/ https://example.com:port/ https://example.com\\a https://[::1
    https://example.com/{uniqueId} https://example.com/<a>
    https://ada@example.com/ https://ada:vEry@example.com/ https://:@example.com/
    https://example.com/% https://example.com/%2 https://example.com/%zz https://ex%41mple.com/
    javascript:alert(1)//https://example.com`,
  ),

  ["email", '""', "bad-email"],
  ["email", '" ada@example.com"', "bad-email"],
  ["email", '"ada@example.com\\n"', "bad-email"],
  ["email", '"ada lovelace@example.com"', "bad-email"],
  ["email", '"Ada <ada@example.com>"', "bad-email"],
  ["email", `"${"a".repeat(64)}@example.com"`],
  ["email", `"${"a".repeat(65)}@example.com"`, "bad-email"],
  ["email", `"ada@${"a".repeat(63)}.com"`],
  ["email", `"ada@${"a".repeat(64)}.com"`, "bad-email"],
  ["email", `"abcd@${"abcd.".repeat(49)}abcd"`],
  ["email", `"abcde@${"abcd.".repeat(49)}abcd"`, "bad-email"],
  ...texts(
    "email",
    undefined,
    `ada@example.com a@b.c ada.lovelace+vanta@sub.example.co.uk ada@1a.example
    o'hara_1!#$%&*/=?^\`{|}~-@example.com ада@почта.рф 阿达@例子.公司
    ada@bücher.example ada@xn--bcher-kva.example नमस्ते@भारत.भारत`,
  ),
  ...texts(
    "email",
    "bad-email",
    `ada ada@ @example.com ada@example ada@@example.com ada@a@example.com .ada@example.com
    ada.@example.com a..b@example.com ada@.example.com ada@example.com. ada@example..com
    ada@-example.com ada@example-.com ada@exa_mple.com ada@192.0.2.1 ada@[192.0.2.1]
    ada@example.com,bob@example.com mailto:ada@example.com
    'ada@example.com' “ada@example.com” «ada@example.com» <ada@example.com> \`ada@example.com\`
    *ada@example.com* ada’@example.com *ada*@example.com ´ada@example.com
    ada@exam€ple.com ada@x‑y.com ada@example。com`,
  ),
];
