export type Insertion =
  | { faite: true; adresse: string }
  /** Rien n'a été écrit : la cellule contient déjà quelque chose. */
  | { faite: false; adresse: string; contenu: string };

/**
 * Écrit une formule dans la cellule sélectionnée, si elle est vide.
 * @param formule En écriture internationale : « =CMS.OBJECTIF(500,5) ».
 * @param remplacer Adresse complète que l'utilisateur vient d'accepter d'écraser ; une autre sélection ne l'est jamais.
 */
export async function insererFormule(formule: string, remplacer?: string): Promise<Insertion> {
  return Excel.run(async (context) => {
    const cellule = context.workbook.getActiveCell();
    cellule.load("address,formulas,text");
    await context.sync();

    const { address: adresse } = cellule;
    const occupee = cellule.formulas[0]?.[0] !== "";
    if (occupee && adresse !== remplacer) {
      return { faite: false, adresse, contenu: cellule.text[0]?.[0] ?? "" };
    }
    cellule.formulas = [[formule]];
    await context.sync();
    return { faite: true, adresse };
  });
}
