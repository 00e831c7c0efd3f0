/** Où ouvrir le complément : dans Excel, ou dans le classeur embarqué. */

/**
 * @typedef {{ hote: "excel" | "embarque", raison: string }} Choix
 */

/**
 * Décide avant d'agir : l'outil de Microsoft, lancé là où Excel n'existe pas, se tait et dit avoir réussi.
 * @param {{ plateforme: string, excelPresent: boolean, embarqueDemande: boolean }} situation
 * @returns {Choix}
 */
function choisirHote({ plateforme, excelPresent, embarqueDemande }) {
  if (embarqueDemande) return { hote: "embarque", raison: "les options le demandent" };
  if (plateforme !== "win32" && plateforme !== "darwin") {
    return { hote: "embarque", raison: "Excel n'existe pas sur ce système" };
  }
  return excelPresent
    ? { hote: "excel", raison: "Excel est installé" }
    : { hote: "embarque", raison: "Excel n'est pas installé" };
}

module.exports = { choisirHote };
