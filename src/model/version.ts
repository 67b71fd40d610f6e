// The version of this action.
/** Shown in reports and sent as part of the User-Agent. Must equal `version` in package.json. */
export const VERSION = "1.0.0";
