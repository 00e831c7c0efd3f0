/**
 * « npm run metadonnees » : récrit ce qui se tire des commentaires des fonctions, l'aide du volet et le témoin de ce qu'Excel lit.
 * À lancer après avoir touché à src/fonctions/formules ; un changement du témoin se relit, les classeurs déjà remplis en dépendent.
 */

import { writeFileSync } from "node:fs";
import { format, resolveConfig } from "prettier";
import { lireAide } from "./aide/lire-aide.cjs";
import { FICHIERS_DES_FORMULES, engendrerMetadonnees } from "./metadonnees.cjs";

const { metadonnees } = await engendrerMetadonnees(FICHIERS_DES_FORMULES);
await ecrire("src/fonctions/aide.json", lireAide(FICHIERS_DES_FORMULES, metadonnees));
await ecrire("test/fonctions/functions.json", metadonnees);

/**
 * @param {string} fichier Chemin dans le projet.
 * @param {unknown} contenu
 */
async function ecrire(fichier, contenu) {
  const adresse = new URL(`../${fichier}`, import.meta.url);
  const options = { ...(await resolveConfig(adresse)), parser: "json" };
  writeFileSync(adresse, await format(JSON.stringify(contenu, null, 2), options));
  console.log(`${fichier} écrit.`);
}
