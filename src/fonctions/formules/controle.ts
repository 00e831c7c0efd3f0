/* Les fonctions du contrôle : ce qui est faux dans un tableau d'article 2. */

/**
 * Contrôle un tableau d’article 2 : une première ligne de verdict, puis une ligne par constat (gravité, commune, cellule, phrase), les plus
 * graves d’abord.
 * @customfunction CONTROLE CONTROLE
 * @helpurl https://localhost:3000/aide/CONTROLE.html
 * @param tableau Le tableau, de la ligne des titres au total ; au moins les communes, les logements manquants et les objectifs après
 * @returns Le verdict, puis les constats
 * @article L. 302-8, VII ; L. 302-8, IX, 1° à 3° ; L. 302-8, X ; guide, annexe 3
 * @exemple =CMS.CONTROLE({"Commune"."LS manquants"."Écart"."Objectifs 2026-2028 après mutualisation";"A".500.5.85;"B".300.5.179}) → à confirmer
 *   | 2 communes | lignes 1 à 3 | Équilibré : 264 avant, 264 après…
 * @erreur Une première ligne « illisible » : ce n’est pas une erreur de cellule ; la phrase dit quelles colonnes manquent ou se nomment
 *   autrement.
 * @remarque Le verdict est « conforme », « à confirmer » (chiffres conformes, conditions de la loi à vérifier), « avertissements seulement »,
 *   « non conforme » ou « illisible ».
 * @remarque La ligne de verdict dit aussi combien de communes et quelles lignes ont été lues. Plusieurs EPCI : une ligne de verdict chacun.
 * @remarque Mêmes règles que l’onglet « Contrôler » du volet, mais Excel ne transmet ici que les valeurs : ni adresses, ni formats, ni lignes
 *   masquées. La cellule est donnée par son rang dans le tableau.
 * @remarque Excel ne distingue pas toujours une cellule vide d’un 0 : dans la ligne d’une commune, une cellule vide compte pour 0. Une ligne
 *   sans aucun nombre n’est pas lue, ni un total vide ou nul.
 */
export async function controle(tableau: unknown[][]): Promise<unknown[][]> {
  // Les règles du contrôle et leurs phrases ne pèsent pas sur l'ouverture du volet.
  const { controlerPlage } = await import(/* webpackChunkName: "controle" */ "../controler");
  return controlerPlage(tableau);
}
