/** Largeurs des signes et hauteur d'une ligne, rapportées au corps : mesures d'Arial, la plus large des polices par défaut. */
const ETROITS = /[ .,;:!'’|()[\]«»/ijltfrI-]/;
const LARGES = /[A-HJ-ZÀ-Ýmwœ%–—…]/;
const LARGEURS = { etroit: 0.32, moyen: 0.56, large: 0.75 };
const INTERLIGNE = 1.34;
/** Ce qu'Excel laisse vide, en points : de part et d'autre du texte, puis au-dessus et au-dessous. */
const MARGE = 5;
const ESPACE = 4;
/** Hauteur maximale d'une ligne dans Excel, en points. */
const HAUTEUR_MAXIMALE = 409;

/**
 * Hauteur, en points, d'une ligne qui doit montrer ce texte en entier. Excel n'ajuste pas une ligne aux cellules fusionnées : il faut la
 * lui dire. Estimée au mot près, plutôt trop haute que trop basse.
 */
export function hauteurDuTexte(texte: string, largeur: number, taille: number): number {
  const lignes = compterLesLignes(texte, (largeur - MARGE) / taille);
  return Math.min(HAUTEUR_MAXIMALE, Math.ceil(lignes * taille * INTERLIGNE + ESPACE));
}

/** Lignes d'un texte coupé entre les mots, ou dans un mot plus long que la place ; `place` rapportée au corps. */
function compterLesLignes(texte: string, place: number): number {
  let lignes = 1;
  let prise = 0;
  for (const mot of texte.split(" ")) {
    const largeur = mesurer(mot);
    const suite = prise === 0 ? largeur : prise + LARGEURS.etroit + largeur;
    if (suite <= place) prise = suite;
    else {
      if (prise > 0) lignes += 1;
      const pleines = Math.ceil(largeur / place) - 1;
      lignes += pleines;
      prise = largeur - pleines * place;
    }
  }
  return lignes;
}

function mesurer(mot: string): number {
  let largeur = 0;
  for (const signe of mot)
    largeur += LARGEURS[ETROITS.test(signe) ? "etroit" : LARGES.test(signe) ? "large" : "moyen"];
  return largeur;
}
