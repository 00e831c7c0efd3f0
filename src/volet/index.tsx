import { createRoot } from "react-dom/client";
import { Application } from "./application";
import { Barriere } from "./barriere";
import { HorsExcel } from "./hors-excel";

const racine = document.getElementById("racine");
if (racine) void demarrer(racine);

async function demarrer(element: HTMLElement): Promise<void> {
  // Hors de React : le style de la page elle-même, que la politique de sécurité n'admet pas dans le HTML.
  document.body.style.margin = "0";
  // La barre d'actions, collée en bas, ne cache pas l'élément qui prend le focus.
  document.documentElement.style.scrollPaddingBottom = "144px";
  const dansExcel = await estDansExcel();
  createRoot(element).render(<Barriere>{dansExcel ? <Application /> : <HorsExcel />}</Barriere>);
}

/** `Office` est absent si office.js n'a pas pu être chargé ; l'hôte est nul dans une page ordinaire. */
async function estDansExcel(): Promise<boolean> {
  if (typeof Office === "undefined") return false;
  const { host } = await Office.onReady();
  return host === Office.HostType.Excel;
}
