import { expect, test } from "vitest";
import { faultsOf } from "@/features/accounts/faults";

const entries = { email: "ali@studio", username: "علی", password: "گذرواژهٔ من" };

test("entries in order have no faults", () => {
  expect(faultsOf(entries, true)).toEqual({});
});

test("all that is missing is named at once", () => {
  expect(faultsOf({ email: "", username: "", password: "" }, true)).toEqual({
    email: "form.emailEmpty",
    username: "form.usernameEmpty",
    password: "form.passwordEmpty",
  });
});

test("logging in asks neither for a name nor for a long password", () => {
  expect(faultsOf({ ...entries, username: "", password: "x" }, false)).toEqual({});
});

test("what has no at-sign is no e-mail", () => {
  expect(faultsOf({ ...entries, email: "ali" }, false)).toEqual({ email: "form.emailInvalid" });
});

test("a new password is measured in characters, not in code units", () => {
  expect(faultsOf({ ...entries, password: "😀😀😀😀" }, true)).toEqual({ password: "form.passwordShort" });
});
