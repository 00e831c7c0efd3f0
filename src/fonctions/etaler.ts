/* global CustomFunctions */
import { typographier } from "../redaction";
import type { Saisie } from "../regles";
import { saisieDe, type Argument } from "./saisies";

export type Sortie = number | string | boolean | CustomFunctions.Error;

/**
 * Applique un calcul à chaque ligne de plages de même taille ; une cellule seule (ou un argument omis) vaut pour toutes les lignes.
 * Un refus ne touche que sa propre cellule. Des plages de tailles différentes refusent tout, en disant lesquelles.
 *
 * `plages` : les arguments, sous le nom que l'utilisateur leur voit. L'objet passé au calcul est réemployé d'une ligne à l'autre.
 */
export function etaler<Nom extends string, Reponse = Sortie>(
  plages: Readonly<Record<Nom, Argument>>,
  calculer: (saisies: Readonly<Record<Nom, Saisie>>) => Reponse
): (Reponse | CustomFunctions.Error)[][] {
  const taille = tailleCommune(plages);
  if (taille instanceof CustomFunctions.Error) return [[taille]];
  const [lignes, colonnes] = taille;
  const noms = Object.keys(plages) as Nom[];
  const saisies = Object.fromEntries(
    noms.map((nom) => [nom, saisieDe(plages[nom]?.[0]?.[0])])
  ) as Record<Nom, Saisie>;
  const etendues = noms.flatMap((nom) => {
    const plage = plages[nom];
    return plage === null || estSeule(plage) ? [] : [{ nom, plage }];
  });

  // Des boucles simples : dix mille lignes passent ici d'un coup.
  const sorties = new Array<Reponse[]>(lignes);
  for (let i = 0; i < lignes; i++) {
    const sortie = new Array<Reponse>(colonnes);
    for (let j = 0; j < colonnes; j++) {
      for (const { nom, plage } of etendues) {
        const valeur = plage[i]?.[j];
        saisies[nom] = typeof valeur === "number" ? valeur : saisieDe(valeur);
      }
      sortie[j] = calculer(saisies);
    }
    sorties[i] = sortie;
  }
  return sorties;
}

/**
 * Comme `etaler`, pour un calcul qui rend plusieurs cellules à la suite : des colonnes de n lignes donnent n lignes de `largeur`
 * cellules. Un refus remplit toutes les cellules de sa ligne, et d'elle seule. Une plage de plusieurs colonnes refuse tout, en
 * disant laquelle : ses résultats se marcheraient dessus.
 */
export function etalerEnLignes<Nom extends string>(
  plages: Readonly<Record<Nom, Argument>>,
  largeur: number,
  calculer: (saisies: Readonly<Record<Nom, Saisie>>) => Sortie[] | CustomFunctions.Error
): Sortie[][] {
  const large = Object.entries<Argument>(plages).find(([, plage]) => (plage?.[0]?.length ?? 1) > 1);
  if (large) return [[tropLarge(...large)]];
  const lignes = etaler(plages, (saisies) => {
    const cellules = calculer(saisies);
    return Array.isArray(cellules) ? cellules : new Array<Sortie>(largeur).fill(cellules);
  });
  return lignes.map(([ligne]) => (Array.isArray(ligne) ? ligne : [ligne as Sortie]));
}

function tropLarge(nom: string, plage: Argument): CustomFunctions.Error {
  return new CustomFunctions.Error(
    CustomFunctions.ErrorCode.invalidValue,
    typographier(
      `« ${nom} » a ${plage?.[0]?.length ?? 0} colonnes. Le résultat occupe déjà plusieurs colonnes par ligne. Donnez une seule colonne, ou une seule cellule.`
    )
  );
}

function estSeule(plage: NonNullable<Argument>): boolean {
  return plage.length === 1 && plage[0]?.length === 1;
}

/** La taille commune des plages, ou `#VALEUR!` si deux plages diffèrent. */
export function tailleCommune(
  plages: Readonly<Record<string, Argument>>
): [lignes: number, colonnes: number] | CustomFunctions.Error {
  const etendues = Object.entries(plages).flatMap(([nom, plage]) =>
    plage === null || estSeule(plage)
      ? []
      : [{ nom, lignes: plage.length, colonnes: plage[0]?.length ?? 0 }]
  );
  const [reference, ...autres] = etendues;
  if (!reference) return [1, 1];
  const differente = autres.find(
    ({ lignes, colonnes }) => lignes !== reference.lignes || colonnes !== reference.colonnes
  );
  if (differente) {
    const decrire = ({ nom, lignes, colonnes }: typeof reference): string =>
      `« ${nom} » : ${lignes} × ${colonnes}`;
    return new CustomFunctions.Error(
      CustomFunctions.ErrorCode.invalidValue,
      typographier(
        `Les plages n'ont pas la même taille. En lignes et colonnes, ${decrire(reference)} et ${decrire(differente)}. Donnez des plages de même taille, ou une seule cellule.`
      )
    );
  }
  return [reference.lignes, reference.colonnes];
}
