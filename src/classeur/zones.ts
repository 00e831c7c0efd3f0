import { plageDe, rectangleDe } from "../tableau";

/** Au-delà, une adresse désigne une feuille entière plutôt que des cellules en cause. */
const CELLULES_MAX = 100_000;

/** Excel admet 8 192 caractères dans une adresse à plusieurs plages ; la moitié laisse de la marge. */
const SIGNES_MAX = 4_000;

interface Place {
  ligne: number;
  colonne: number;
}

/**
 * Réunit des adresses (« E5 », « A1:C2 ») en paquets de plages disjointes, chacun une adresse qu'Excel accepte : « E5:E9,G2 ».
 * @param sauf Adresses à laisser de côté : une cellule ne se marque qu'une fois.
 */
export function enPaquets(adresses: readonly string[], sauf: readonly string[] = []): string[] {
  const exclues = new Set(cellulesDe(sauf).map(cleDe));
  const gardees = new Map(
    cellulesDe(adresses)
      .map((place) => [cleDe(place), place] as const)
      .filter(([cle]) => !exclues.has(cle))
  );
  return empaqueter(enColonnes([...gardees.values()]));
}

function cleDe({ ligne, colonne }: Place): string {
  return `${ligne}/${colonne}`;
}

function cellulesDe(adresses: readonly string[]): Place[] {
  return adresses.flatMap((adresse) => {
    const rectangle = rectangleDe(adresse);
    if (!rectangle) return [];
    const { haut, gauche, bas, droite } = rectangle;
    const [hauteur, largeur] = [bas - haut + 1, droite - gauche + 1];
    if (hauteur * largeur > CELLULES_MAX) return [];
    return Array.from({ length: hauteur * largeur }, (_, rang) => ({
      ligne: haut + Math.floor(rang / largeur),
      colonne: gauche + (rang % largeur),
    }));
  });
}

/** Les cellules qui se suivent dans une colonne font une seule plage. */
function enColonnes(cellules: readonly Place[]): string[] {
  const triees = [...cellules].sort((a, b) => a.colonne - b.colonne || a.ligne - b.ligne);
  const suites: (Place & { hauteur: number })[] = [];
  for (const { ligne, colonne } of triees) {
    const derniere = suites.at(-1);
    const suit = derniere?.colonne === colonne && derniere.ligne + derniere.hauteur === ligne;
    if (suit) derniere.hauteur += 1;
    else suites.push({ ligne, colonne, hauteur: 1 });
  }
  return suites.map(({ ligne, colonne, hauteur }) => plageDe(ligne, colonne, hauteur, 1));
}

function empaqueter(plages: readonly string[]): string[] {
  const paquets: string[] = [];
  for (const plage of plages) {
    const complete = [paquets.at(-1), plage].filter(Boolean).join(",");
    if (paquets.length === 0 || complete.length > SIGNES_MAX) paquets.push(plage);
    else paquets[paquets.length - 1] = complete;
  }
  return paquets;
}
