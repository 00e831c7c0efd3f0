/** Comment se dessine une série, selon son rang. */
interface Allure {
  /** Du trait d'une courbe et du contour d'une barre, « #RRVVBB ». */
  trait: string;
  /** De la barre, et du dedans des marques. */
  fond: string;
  tirets: boolean;
  marque: "rond" | "losange" | "carre";
}

/** Sans couleur, pour se distinguer aussi sur une photocopie. */
const ALLURES: readonly Allure[] = [
  { trait: "#262626", fond: "#404040", tirets: false, marque: "rond" },
  { trait: "#595959", fond: "#D9D9D9", tirets: true, marque: "losange" },
  { trait: "#262626", fond: "#FFFFFF", tirets: false, marque: "carre" },
];

/** L'allure d'une série d'un graphique, par son rang à partir de 0. */
export function allureDe(rang: number): Allure {
  const allure = ALLURES[rang];
  if (!allure) throw new Error("Un graphique a plus de séries que d'allures.");
  return allure;
}
