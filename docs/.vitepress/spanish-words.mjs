/** What VitePress writes around a page, in Spanish. */
export const spanishWords = {
  outline: { label: 'En esta página', level: [2, 3] },
  docFooter: { prev: 'Página anterior', next: 'Página siguiente' },
  darkModeSwitchLabel: 'Apariencia',
  lightModeSwitchTitle: 'Usar tema claro',
  darkModeSwitchTitle: 'Usar tema oscuro',
  sidebarMenuLabel: 'Menú',
  returnToTopLabel: 'Volver arriba',
  langMenuLabel: 'Cambiar de idioma',
  skipToContentLabel: 'Ir al contenido',
  notFound: {
    title: 'PÁGINA NO ENCONTRADA',
    quote: 'Esta página no existe. Puede que haya cambiado de lugar.',
    linkLabel: 'Ir a la portada',
    linkText: 'Ir a la portada',
  },
};

/** The words of the search, in Spanish. */
export const spanishSearch = {
  button: { buttonText: 'Buscar', buttonAriaLabel: 'Buscar' },
  modal: {
    displayDetails: 'Mostrar lista detallada',
    resetButtonTitle: 'Borrar la búsqueda',
    backButtonTitle: 'Cerrar la búsqueda',
    noResultsText: 'Sin resultados para',
    footer: {
      selectText: 'elegir',
      selectKeyAriaLabel: 'Enter',
      navigateText: 'moverse',
      navigateUpKeyAriaLabel: 'flecha arriba',
      navigateDownKeyAriaLabel: 'flecha abajo',
      closeText: 'cerrar',
      closeKeyAriaLabel: 'Escape',
    },
  },
};
