import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "@/app/App";
import { startServiceWorker } from "@/app/serviceWorker";
import "@/lib/install";
import "@/app/styles.css";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

// What it fetches must not stand in the way of what is shown first.
window.addEventListener("load", () => void startServiceWorker());
