// Passkeys: made, and shown to sign in or to say once more who one is.

import { $, $$ } from "./common.js";

const api = "/api/v1";

async function post(path, body) {
  const response = await fetch(api + path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body ?? {}),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.title);
  return answer;
}

const does = {
  async add(form) {
    const options = PublicKeyCredential.parseCreationOptionsFromJSON(await post("/me/passkeys/options"));
    const credential = await navigator.credentials.create({ publicKey: options });
    await post("/me/passkeys", { label: $("input", form).value, credential: credential.toJSON() });
    return "/account/security?done=passkey";
  },
  async confirm(form) {
    await post("/me/confirmation/passkey", { credential: await shown() });
    return form.dataset.back;
  },
  async "sign-in"(form) {
    await post("/me/sessions/passkey", { credential: await shown() });
    return form.dataset.back;
  },
};

async function shown() {
  const options = PublicKeyCredential.parseRequestOptionsFromJSON(await post("/passkeys/options"));
  return (await navigator.credentials.get({ publicKey: options })).toJSON();
}

if (window.PublicKeyCredential?.parseCreationOptionsFromJSON) {
  for (const form of $$("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const [button, fault] = [$("button", form), $("[role=alert]", form)];
      fault.hidden = true;
      button.disabled = true;
      try {
        location.assign(await does[form.dataset.passkey](form));
      } catch {
        // Given up by the person, or refused: nothing has happened either way.
        fault.hidden = false;
        button.disabled = false;
      }
    });
  }
}
