export type NomDeTheme = "clair" | "sombre" | "contraste";

/** Couleurs que donne Office, en « #RRVVBB ». */
export interface CouleursOffice {
  bodyBackgroundColor: string;
  bodyForegroundColor: string;
}

/** Le thème d'Office ; sur le web, qui ne le donne pas, celui du système. */
export function quelTheme(
  office: CouleursOffice | undefined,
  systemeSombre: boolean,
  contrasteForce: boolean
): NomDeTheme {
  if (contrasteForce) return "contraste";
  if (!office) return systemeSombre ? "sombre" : "clair";
  const fond = luminosite(office.bodyBackgroundColor);
  const texte = luminosite(office.bodyForegroundColor);
  if (fond === 0 && texte === 1) return "contraste";
  return fond < texte ? "sombre" : "clair";
}

/** De 0 (noir) à 1 (blanc), à la sensibilité de l'œil près. */
function luminosite(couleur: string): number {
  const code = Number.parseInt(couleur.replace("#", ""), 16);
  const rouge = (code >> 16) & 255;
  const vert = (code >> 8) & 255;
  const bleu = code & 255;
  return (299 * rouge + 587 * vert + 114 * bleu) / 255_000;
}
