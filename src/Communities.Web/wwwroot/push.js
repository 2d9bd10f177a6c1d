// Notices on this device, where its browser has a push service.

import { $ } from "./common.js";

const place = $("[data-push]");
if (place && "serviceWorker" in navigator && "PushManager" in window && isSecureContext) {
  const [on, off, status] = [$("[data-push-on]", place), $("[data-push-off]", place), $("[role=status]", place)];

  const post = (path, body) => fetch(`/api/v1/push/devices${path}`, {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
  });

  const show = (subscription) => { on.hidden = Boolean(subscription); off.hidden = !subscription; };

  const text = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

  const worker = await navigator.serviceWorker.ready;
  show(await worker.pushManager.getSubscription());
  place.hidden = false;

  on.addEventListener("click", async () => {
    status.textContent = "";
    try {
      const { key } = await (await fetch("/api/v1/push")).json();
      const subscription = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
      const answer = await post("", {
        endpoint: subscription.endpoint, key: text(subscription.getKey("p256dh")), secret: text(subscription.getKey("auth")),
      });
      if (!answer.ok) throw new Error(answer.statusText);
      show(subscription);
    } catch {
      status.textContent = place.dataset.refused;
    }
  });

  off.addEventListener("click", async () => {
    const subscription = await worker.pushManager.getSubscription();
    if (subscription) {
      await post("/remove", { endpoint: subscription.endpoint });
      await subscription.unsubscribe();
    }
    show(null);
  });
}
