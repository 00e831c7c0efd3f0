import type { PlageNommee } from "../feuilles";
import { absolue, nomPourFormule } from "../tableau";

/** Ce que valent les noms du classeur, par nom en minuscules : « ='Feuil 1'!$A$1:$B$2 ». */
export type NomsConnus = ReadonlyMap<string, string>;

/** Met en attente la lecture des noms du classeur ; rend de quoi les lire après le `sync`. */
export function demanderNoms({ workbook }: Excel.RequestContext): () => NomsConnus {
  const { names } = workbook;
  names.load("items/name,items/formula");
  return () =>
    new Map(names.items.map(({ name, formula }) => [name.toLowerCase(), String(formula)]));
}

/** Les noms qui manquent, ou qui désignent autre chose. */
export function nomsADonner(
  connus: NomsConnus,
  feuille: string,
  noms: readonly PlageNommee[]
): PlageNommee[] {
  return noms.filter(
    ({ nom, plage }) => connus.get(nom.toLowerCase()) !== referenceDe(feuille, plage)
  );
}

/** Met en attente ces noms, pour tout le classeur. */
export function nommer(
  { workbook }: Excel.RequestContext,
  connus: NomsConnus,
  feuille: string,
  noms: readonly PlageNommee[]
): void {
  for (const { nom, plage } of nomsADonner(connus, feuille, noms)) {
    const reference = referenceDe(feuille, plage);
    if (connus.has(nom.toLowerCase())) workbook.names.getItem(nom).formula = reference;
    else workbook.names.add(nom, reference);
  }
}

/** Remet ces noms comme ils étaient, après une panne : deux allers-retours. */
export async function remettreLesNoms(
  context: Excel.RequestContext,
  connus: NomsConnus,
  noms: readonly PlageNommee[]
): Promise<void> {
  const lire = demanderNoms(context);
  await context.sync();
  const presents = lire();
  for (const { nom } of noms) {
    const cle = nom.toLowerCase();
    const avant = connus.get(cle);
    if (!presents.has(cle) || presents.get(cle) === avant) continue;
    const item = context.workbook.names.getItem(nom);
    if (avant === undefined) item.delete();
    else item.formula = avant;
  }
  await context.sync();
}

/** « B4:D9 » → « ='Feuil 1'!$B$4:$D$9 ». */
function referenceDe(feuille: string, plage: string): string {
  return `=${nomPourFormule(feuille)}!${absolue(plage)}`;
}
