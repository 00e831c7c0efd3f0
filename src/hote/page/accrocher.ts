/**
 * Chargé par la page du volet avant office.js, en développement seulement : demande au classeur
 * d'essai qui la contient d'y poser `window.external`. Seule, la page n'a pas d'hôte.
 */
if (window.parent !== window) window.parent.accrocherLeComplement?.(window);
