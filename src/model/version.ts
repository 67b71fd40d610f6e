// The version of this action, as reports and the User-Agent name it; a test holds it equal to package.json.
export const VERSION = "1.0.0";
