import { sansSuivi } from "./sans-suivi";
import {
  demanderSurlignage,
  formuleDe,
  reglesDe,
  type Marque,
  type SurlignagePose,
} from "./surlignage-pose";
import { enPaquets } from "./zones";

/** Adresses des cellules en cause ; une cellule des deux listes est marquée en erreur. */
export type EnCause = Readonly<Record<Marque, readonly string[]>>;

/**
 * Met en évidence les cellules en cause d'une feuille, à la place du surlignage déjà posé ; sans cellule, le retire. Une mise
 * en forme conditionnelle : ni les formats de l'utilisateur ni ses propres règles ne changent. Un aller-retour.
 * @param pose Le surlignage déjà posé, relevé par la lecture ; inconnu, il est cherché d'abord, par un aller-retour de plus.
 * @returns Le nombre de règles posées.
 */
export async function surligner(
  feuille: string,
  enCause: EnCause,
  pose?: SurlignagePose
): Promise<number> {
  return Excel.run(async (context) => {
    const cible = context.workbook.worksheets.getItem(feuille);
    const anciennes = pose ?? (await chercher(context, cible));
    const regles = reglesDe(cible);
    for (const id of anciennes) regles.getItem(id).delete();
    const erreurs = enPaquets(enCause.erreur);
    const avertissements = enPaquets(enCause.avertissement, enCause.erreur);
    poser(cible, "avertissement", avertissements);
    poser(cible, "erreur", erreurs);
    await context.sync();
    return erreurs.length + avertissements.length;
  });
}

async function chercher(
  context: Excel.RequestContext,
  feuille: Excel.Worksheet
): Promise<SurlignagePose> {
  const lire = demanderSurlignage(feuille);
  await context.sync();
  return lire();
}

interface Aspect {
  fond: string;
  encre: string;
  /** À l'impression en noir et blanc, c'est la police et le trait qui distinguent l'erreur de l'avertissement. */
  police: { bold: true } | { italic: true };
  trait: "Continuous" | "Dash";
}

const ASPECTS: Readonly<Record<Marque, Aspect>> = {
  erreur: { fond: "#FFC7CE", encre: "#9C0006", police: { bold: true }, trait: "Continuous" },
  avertissement: { fond: "#FFEB9C", encre: "#7A4300", police: { italic: true }, trait: "Dash" },
};

const COTES = ["top", "bottom", "left", "right"] as const;

function poser(feuille: Excel.Worksheet, marque: Marque, paquets: readonly string[]): void {
  const { fond, encre, police, trait } = ASPECTS[marque];
  for (const paquet of paquets) {
    const { conditionalFormats: regles } = sansSuivi(feuille.getRanges(paquet));
    const { custom } = regles.add("Custom");
    custom.rule.formula = formuleDe(marque);
    custom.format.fill.color = fond;
    custom.format.font.set({ color: encre, ...police });
    for (const cote of COTES) custom.format.borders[cote].set({ style: trait, color: encre });
  }
}
