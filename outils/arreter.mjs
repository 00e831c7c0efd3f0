/** « npm run stop » : retire le complément d'Excel, où « npm start » l'avait inscrit. */

import path from "node:path";
import { choisirHote } from "./choisir-hote.cjs";
import { excelEstInstalle } from "./excel.mjs";

const { hote, raison } = choisirHote({
  plateforme: process.platform,
  excelPresent: excelEstInstalle(process.platform),
  embarqueDemande: false,
});
if (hote === "excel") {
  const { stopDebugging } = await import("office-addin-debugging");
  await stopDebugging(path.resolve(import.meta.dirname, "../manifest.xml"));
} else {
  console.log(`Rien à retirer : ${raison}. Le classeur embarqué s'arrête par Ctrl+C.`);
}
