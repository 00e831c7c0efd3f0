/* Les fonctions du contrôle : ce qui est faux dans un tableau d'article 2. */

import { chargerDecoupage } from "../../territoire";

/**
 * Contrôle un tableau d’article 2 : une première ligne de verdict, puis une ligne par constat (gravité, commune, cellule, phrase), les plus
 * graves d’abord.
 * @customfunction CONTROLE CONTROLE
 * @helpurl https://localhost:3000/aide/CONTROLE.html
 * @param tableau Un ou plusieurs tableaux, de la ligne des titres au total ; au moins les communes, les logements manquants et les objectifs après
 * @returns Le verdict, puis les constats
 * @article L. 302-8, VII ; L. 302-8, IX, 1° à 3° ; L. 302-8, X ; guide, annexe 3
 * @exemple =CMS.CONTROLE({"Commune"."LS manquants"."Écart"."Objectifs 2026-2028 après mutualisation";"A".500.5.85;"B".300.5.179}) → à confirmer
 *   | 2 communes | lignes 1 à 3 | Équilibré : 264 avant, 264 après…
 * @erreur Une première ligne « illisible » : ce n’est pas une erreur de cellule ; la phrase dit quelles colonnes manquent ou se nomment
 *   autrement.
 * @remarque Le verdict est « conforme », « à confirmer » (chiffres conformes, conditions de la loi à vérifier), « avertissements seulement »,
 *   « non conforme » ou « illisible ».
 * @remarque La ligne de verdict dit aussi combien de communes et quelles lignes ont été lues. Plusieurs tableaux ou plusieurs EPCI : une ligne de
 *   verdict chacun, avant ses constats ; ce qui vaut pour tous est à la fin. Le tableau d’une période passée n’a pas de verdict. Prenez aussi dans la
 *   plage les lignes au-dessus des titres si elles nomment l’EPCI ou la période.
 * @remarque Mêmes règles que l’onglet « Contrôler » du volet, mais Excel ne transmet ici que les valeurs : ni adresses, ni formats, ni formules,
 *   ni lignes masquées. La cellule est donnée par son rang dans la plage, et un taux après est admis à un demi-point près.
 * @remarque Excel ne distingue pas toujours une cellule vide d’un 0 : dans la ligne d’une commune, une cellule vide compte pour 0,
 *   sauf dans une colonne de taux ou de PLAI entièrement vide. Une ligne sans aucun nombre n’est pas lue, ni un total vide ou nul.
 */
export async function controle(tableau: unknown[][]): Promise<unknown[][]> {
  const [{ controlerPlage }, decoupage] = await Promise.all([
    // Les règles du contrôle et leurs phrases ne pèsent pas sur l'ouverture du volet.
    import(/* webpackChunkName: "controle" */ "../controler"),
    chargerDecoupage(),
  ]);
  return controlerPlage(tableau, decoupage);
}
